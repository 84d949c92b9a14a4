using PeerBot.Cards;
using PeerBot.Domain.Groups;
using PeerBot.Domain.People;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Groups;

/// <summary>The band of experience by which a definition varies groups: asked kindly, left open by whoever likes, and shown as nobody's.</summary>
public sealed class Experience_in_groups
{
    private static readonly Person Newcomer = Learning.Ewa with { Id = PersonId.Of("school.example", "new"), Name = "Noor Ali" };

    [Fact]
    [Trait("Requirement", "S4-07")]
    [Trait("Requirement", "S4-05")]
    public async Task Is_asked_of_whoever_joins_and_may_be_left_open()
    {
        var scheme = LearningScheme.At("2026-11-23T09:00", Newcomer);
        var noor = scheme.Of(Newcomer);
        await noor.Says("join");
        noor.Sees("How long have you done this kind of work? (optional)", "I would rather not say", "2 to 5 years", "Nobody is shown what you choose");
        await noor.Fills(Verbs.SupporterSave, (InputIds.Summary, "woodwork"), (InputIds.Willing, "true"));
        noor.Sees("You are on the list");
        Assert.False(Of(scheme).Details.ContainsKey(ExperienceBands.Key));

        await noor.Says("my support");
        await noor.Presses(Verbs.SupporterOffer);
        await noor.Fills(Verbs.SupporterSave, (InputIds.Summary, "woodwork"), (InputIds.ExperienceBand, "2-to-5"), (InputIds.Willing, "true"));
        Assert.Equal("2-to-5", Of(scheme).Details[ExperienceBands.Key]);

        // It stays on the card, and goes when it is taken back.
        await noor.Says("my support");
        await noor.Presses(Verbs.SupporterOffer);
        Assert.Equal("2-to-5", noor.Card(Verbs.SupporterSave).Fields[InputIds.ExperienceBand]);
        await noor.Fills(Verbs.SupporterSave, (InputIds.ExperienceBand, "not-said"));
        Assert.False(Of(scheme).Details.ContainsKey(ExperienceBands.Key));

        await noor.Says("my support");
        await noor.Presses(Verbs.SupporterOffer);
        await noor.Fills(Verbs.SupporterSave, (InputIds.ExperienceBand, "a hundred years"));
        Assert.False(Of(scheme).Details.ContainsKey(ExperienceBands.Key));
    }

    [Fact]
    public void Is_not_asked_where_groups_do_not_vary_by_it()
    {
        var groups = Learning.Programme.Groups!;
        var plain = Learning.Programme with { Groups = groups with { VaryBy = ["skills"] } };
        Assert.True(ExperienceBands.AreAsked(Learning.Programme));
        Assert.False(ExperienceBands.AreAsked(plain));
        Assert.False(ExperienceBands.AreAsked(Authority.Programme));
    }

    [Fact]
    [Trait("Requirement", "S4-07")]
    public async Task Mixes_the_groups_and_stands_among_the_reasons_but_nowhere_as_somebodys()
    {
        // Six alike but for their years: two groups of three, each with one of every band.
        string[] bands = ["under-2", "under-2", "6-to-10", "6-to-10", "over-20", "over-20"];
        var people = Learning.Members.Take(6).Select((person, at) => person with { JobRole = "teacher", Department = "Key stage 2", Organisation = Learning.ElmPark.Id }).ToList();
        var scheme = LearningScheme.At(
            "2026-11-23T09:00",
            [
                .. people, .. Learning.Members.Skip(6).Select(person => Learning.Profile(person) with { State = SupporterState.Paused }),
                .. people.Select((person, at) => Learning.Profile(person) with
                {
                    Summary = "maths", Details = new Dictionary<string, string> { [ExperienceBands.Key] = bands[at] },
                }),
            ]);
        var nia = scheme.Of(Learning.Nia);
        await nia.Says("form groups");
        nia.Sees("Experience band");
        await nia.Fills(
            Verbs.GroupsPropose, (InputIds.Purpose, Learning.Purpose), (InputIds.Smallest, "3"), (InputIds.Largest, "3"), (InputIds.VaryBy, "skills,experience band"));
        var card = nia.Sees("2 groups", "Experience: 3 different bands.");
        Assert.Equal(2, card.Text.Split("Experience: 3 different bands.").Length - 1);
        await nia.Presses(Verbs.GroupsPublish);
        foreach (var group in scheme.Groups())
        {
            Assert.Equal(3, group.Members.Select(member => bands[people.FindIndex(person => person.Id == member.Person)]).Distinct().Count());
        }

        Assert.All(scheme.Everybody, person => person.NeverSaw("6 to 10 years: ", "6-to-10\""));
    }

    private static SupporterProfile Of(Driver.Scheme scheme) => scheme.Store.All<SupporterProfile>().Single(one => one.Person == Newcomer.Id);
}
