using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Journeys;

/// <summary>Somebody in two schemes at once: each card belongs to its scheme, words belong to the one chosen, and what is asked about oneself covers both.</summary>
public sealed class In_two_schemes
{
    private const string Leadership = "Aspiring Middle Leadership: peer supporter";
    private const string Mentoring = "Professional peer mentoring in CLD settings";

    private readonly Cycle leadership = Scotland.Cycle(Scotland.MiddleLeaders, Scotland.Eilidh, Scotland.Morag);
    private readonly Cycle mentoring = Scotland.Cycle(Scotland.PeerMentoring, Scotland.Eilidh, Scotland.Morven, minutes: 60);

    [Fact, Trait("Requirement", "S3-27")]
    public async Task Hello_names_the_scheme_and_offers_the_other_one()
    {
        var (_, eilidh) = Scheme();

        await eilidh.Says("hello");

        eilidh.Sees($"This is about {Leadership}");
        await eilidh.Presses(Verbs.SchemeChoose, button: Mentoring);
        eilidh.Sees(Mentoring, "support and challenge");
    }

    [Fact]
    public async Task The_choice_lasts_for_words_typed_after_it()
    {
        var (_, eilidh) = Scheme();

        await eilidh.Says("programmes");
        eilidh.Sees($"We are talking about {Leadership}");
        await eilidh.Presses(Verbs.SchemeChoose, button: Mentoring);
        await eilidh.Says("about");
        eilidh.Sees("Build the resilience and capacity of CLD colleagues");

        await eilidh.Says("my programmes");
        await eilidh.Presses(Verbs.SchemeChoose, button: Leadership);
        await eilidh.Says("about");
        eilidh.Sees("Enhance the learning of both people");
    }

    [Fact]
    public async Task A_concern_goes_to_the_person_named_by_the_scheme_that_is_spoken_about()
    {
        var (_, eilidh) = Scheme();

        await eilidh.Says("concern");
        eilidh.Sees("Ivor Tait");
        await eilidh.Says("programmes");
        await eilidh.Presses(Verbs.SchemeChoose, button: Mentoring);
        await eilidh.Says("concern");

        eilidh.Sees("Ewan Hall");
    }

    [Fact]
    public async Task A_press_is_answered_in_the_scheme_of_its_card_and_words_stay_where_they_were()
    {
        var (scheme, eilidh) = Scheme(leadership, mentoring);

        await eilidh.Says("status");
        await eilidh.Presses(Verbs.SlotFind, button: "Morven Kerr");
        eilidh.Sees("hour"); // the length that the two of this scheme have agreed
        await eilidh.Says("about");

        eilidh.Sees("Enhance the learning of both people");
        await eilidh.AsksFor("tuesday 8 december at 10am");
        Assert.Equal(leadership.Id, scheme.Only<Meeting>().Cycle);
    }

    [Fact]
    public async Task Words_about_times_are_about_the_scheme_that_was_chosen()
    {
        var (scheme, eilidh) = Scheme(leadership, mentoring);

        await eilidh.Says("programmes");
        await eilidh.Presses(Verbs.SchemeChoose, button: Mentoring);
        await eilidh.AsksFor("tuesday 8 december at 10am");

        Assert.Equal(mentoring.Id, scheme.Only<Meeting>().Cycle);
    }

    [Fact]
    public async Task Status_and_my_data_cover_both()
    {
        var (_, eilidh) = Scheme(leadership, mentoring);

        await eilidh.Says("status");
        eilidh.Sees(Leadership, "Morag Sinclair", Mentoring, "Morven Kerr");

        await eilidh.Says("my data");
        eilidh.Sees("2");
    }

    [Fact]
    public async Task Status_says_where_nothing_is_open()
    {
        var (_, eilidh) = Scheme(mentoring);

        await eilidh.Says("status");

        eilidh.Sees(Leadership, "nothing open", Mentoring, "Morven Kerr");
    }

    [Fact]
    public async Task Whoever_is_in_one_scheme_is_offered_no_other()
    {
        var (scheme, _) = Scheme();
        var kirsty = scheme.Of(Scotland.Kirsty);

        await kirsty.Says("hello");
        Assert.False(kirsty.Has(Verbs.SchemeChoose));
        await kirsty.Says("programmes");

        kirsty.Sees($"You are in one scheme here: {Leadership}");
        Assert.False(kirsty.Has(Verbs.SchemeChoose));
    }

    [Fact, Trait("Requirement", "U-09")]
    public async Task Nobody_turns_to_a_scheme_that_they_are_not_in()
    {
        var (scheme, _) = Scheme();
        var kirsty = scheme.Of(Scotland.Kirsty);

        await kirsty.Forges($$"""{"verb":"scheme.choose","id":"x","version":0,"nonce":"n","arg":"{{Scotland.PeerMentoring}}"}""");
        await kirsty.Says("about");

        kirsty.Sees("Enhance the learning of both people");
    }

    [Fact]
    public async Task A_coordinator_of_one_scheme_speaks_as_a_member_of_another()
    {
        var una = Scotland.Team with { Programmes = [Scotland.PeerMentoring] };
        var (scheme, _) = Scheme(una);
        var person = scheme.Of(una);

        await person.Says("hello");
        person.Sees(Mentoring);
        await person.Presses(Verbs.SchemeChoose, button: Leadership);
        await person.Says("hello");

        person.Sees(Leadership, "where things stand");
    }

    private static (Scheme Scheme, Participant Eilidh) Scheme(params IEnumerable<object> given)
    {
        var scheme = new Scheme("2026-11-30T10:00", [.. Scotland.Everyone(), .. given]) { Reference = Scotland.Reference };
        return (scheme, scheme.Of(Scotland.Eilidh));
    }
}
