using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Journeys;

public sealed class On_behalf_of_a_head
{
    [Fact, Trait("Requirement", "S2-13")]
    public async Task Nothing_is_started_for_one_person_where_groups_are_formed()
    {
        var scheme = Groups.LearningScheme.At("2026-11-23T09:00");
        await scheme.Of(Learning.Priya).Says("new request for Dev Anand");
        await scheme.Of(Learning.Priya).Presses(Verbs.BehalfStart, button: "Dev Anand");
        Assert.Empty(scheme.Store.All<SupportRequest>());
        scheme.Of(Learning.Dev).NeverSaw("has started a request");
    }

    [Fact, Trait("Requirement", "S2-13")]
    public async Task The_head_is_asked_first_and_chooses_and_it_runs_as_if_made_by_them()
    {
        var scheme = Office();
        await scheme.Sam.Says("new request for amira");
        scheme.Sam.Sees("Who is the new request for?", "Amira Khan, Oakfield Primary");
        await scheme.Sam.Presses(Verbs.BehalfStart, button: "Amira Khan");
        scheme.Sam.Sees("Amira Khan is asked first");
        scheme.Amira.Sees("Sam Reid has started a request for you", "Nothing is asked of anyone before your yes");
        var draft = scheme.Only<SupportRequest>();
        Assert.Equal((Domain.Support.RequestState.Draft, "", Authority.Sam.Id), (draft.State, draft.Number, draft.StartedBy!.Value));
        Assert.Empty(scheme.Store.All<Ask>());
        var entry = Assert.Single(scheme.Store.All<AuditEntry>(), one => one.Action != "person.found");
        Assert.Equal((Authority.Sam.Id, Authority.Amira.Id, "request.started-for", draft.Id.ToString()), (entry.Actor, entry.About!.Value, entry.Action, entry.Subject));

        await scheme.Amira.Presses(Verbs.BehalfYes);
        await scheme.Amira.Fills(Verbs.SupportersShow, (InputIds.Area, "workload"));
        await scheme.Amira.Presses(Verbs.PreferenceAdd, on: "Peter Lloyd");
        scheme.Peter.SeesNothing();
        await scheme.Amira.Presses(Verbs.RequestReview);
        await scheme.Amira.Fills(Verbs.RequestSend, (InputIds.Understood, "true"));
        scheme.Amira.Sees("2026-001");
        scheme.Peter.Sees("Amira Khan");
        Assert.Equal((draft.Id, Domain.Support.RequestState.Asking), (scheme.Only<SupportRequest>().Id, scheme.Only<SupportRequest>().State));
    }

    [Fact, Trait("Requirement", "S2-13"), Trait("Requirement", "U-10")]
    public async Task Whoever_is_looked_for_can_read_that_and_whoever_is_gone_is_not_found()
    {
        var scheme = Office();
        await scheme.Sam.Says("new request for amira");
        Assert.Single(scheme.Store.All<AuditEntry>(), entry => entry.About == Authority.Amira.Id && entry.Action == "person.found" && entry.Actor == Authority.Sam.Id);
        scheme.Store.Put(scheme.Store.All<Person>().Single(person => person.Id == Authority.Amira.Id) with { GoneSince = scheme.Now });
        await scheme.Sam.Presses(Verbs.BehalfStart, button: "Amira Khan");
        Assert.Empty(scheme.Store.All<SupportRequest>());
        await scheme.Sam.Says("new request for amira");
        Assert.DoesNotContain(scheme.Sam.News, message => message.Text.Contains("Amira Khan", StringComparison.Ordinal));
    }

    [Fact, Trait("Requirement", "S2-13"), Trait("Requirement", "S2-40")]
    public async Task The_head_hears_of_it_in_hours()
    {
        var scheme = Office("2026-11-21T19:05");
        await scheme.Sam.Says("New request for Amira Khan.");
        await scheme.Sam.Presses(Verbs.BehalfStart);
        Assert.Empty(scheme.Amira.Messages);
        await scheme.MovesTo("2026-11-23T08:30");
        scheme.Amira.Sees("Sam Reid has started a request for you");
    }

    [Fact, Trait("Requirement", "S2-13")]
    public async Task No_thank_you_ends_it_and_nobody_was_asked_anything()
    {
        var scheme = Office();
        await scheme.Sam.Says("new request for amira");
        await scheme.Sam.Presses(Verbs.BehalfStart);
        var card = scheme.Amira.Card(Verbs.BehalfNo);
        await scheme.Amira.PressesOn(card, Verbs.BehalfNo);
        scheme.Amira.Sees("nobody was asked anything");
        Assert.Equal(Domain.Support.RequestState.Withdrawn, scheme.Only<SupportRequest>().State);
        await scheme.Amira.PressesOn(card, Verbs.BehalfYes);
        scheme.Amira.Sees("This card is out of date");
        Assert.Empty(scheme.Store.All<Ask>());
    }

    [Fact, Trait("Requirement", "S2-13"), Trait("Requirement", "U-09")]
    public async Task Nobody_else_can_start_a_request_for_another_or_learns_who_there_is()
    {
        var scheme = Office();
        await scheme.Hannah.Says("new request for amira");
        await scheme.Hannah.Forges($$"""{"verb":"{{Verbs.BehalfStart}}","id":"none","arg":"{{Authority.Amira.Id}}"}""");
        scheme.Hannah.Sees("This card is for someone else");
        scheme.Hannah.NeverSaw("Amira Khan");
        Assert.Empty(scheme.Store.All<SupportRequest>());
    }

    [Fact, Trait("Requirement", "S2-13")]
    public async Task A_head_with_a_request_or_a_cycle_gets_no_second_one()
    {
        var scheme = Office("2026-11-24T10:00", Given.Request(Authority.Amira, preferences: Authority.Peter), Given.Cycle(Authority.Hannah, Authority.Grace));
        foreach (var (name, sees) in new[] { ("amira", "has a request already"), ("hannah", "has a cycle") })
        {
            await scheme.Sam.Says($"new request for {name}");
            await scheme.Sam.Presses(Verbs.BehalfStart);
            scheme.Sam.Sees(sees);
        }

        Assert.Single(scheme.Store.All<SupportRequest>());
    }

    [Theory, Trait("Requirement", "S2-12"), Trait("Requirement", "S2-13")]
    [InlineData("academy", true)]
    [InlineData("executive", true)]
    [InlineData("deputy", false)]
    public async Task Whether_the_scheme_is_for_an_academy_or_executive_head_is_the_coordinators_decision(string who, bool decides)
    {
        var person = who switch
        {
            "academy" => Authority.Adam,
            "executive" => Authority.Amira with { JobRole = "executive-headteacher" },
            _ => Authority.Amira with { JobRole = "deputy" },
        };
        var scheme = Office("2026-11-24T10:00", person);
        var head = scheme.Of(person);
        await head.Says("support");
        head.Sees("This scheme may not be the right one", "Sam Reid", "NOSS");
        Assert.Equal(decides, head.Has(Verbs.CoordinatorAsk));
        Assert.Empty(scheme.Store.All<CoordinatorTask>());

        if (decides)
        {
            await head.Presses(Verbs.CoordinatorAsk);
            head.Sees("Sam Reid is told", "and nothing else");
            Assert.Equal((TaskKind.Talk, person.Id), (scheme.Only<CoordinatorTask>().Kind, scheme.Only<CoordinatorTask>().Person!.Value));
        }

        await scheme.Sam.Says($"new request for {person.Name}");
        await scheme.Sam.Presses(Verbs.BehalfStart);
        Assert.Equal(decides ? 1 : 0, scheme.Store.All<SupportRequest>().Count());
        if (decides)
        {
            await head.Presses(Verbs.BehalfYes);
            Assert.True(head.Has(Verbs.SupportersShow));
        }
    }

    [Fact, Trait("Requirement", "S2-12"), Trait("Requirement", "U-17")]
    public async Task Of_somebody_the_scheme_is_not_for_a_count_is_kept_and_nothing_else()
    {
        var scheme = Office();
        var rows = scheme.Store.Rows;
        await scheme.Of(Authority.Adam).Says("support");
        await scheme.Of(Authority.Adam).Says("support");
        Assert.Equal(rows, scheme.Store.Rows);
        Assert.Empty(scheme.Store.Errands);
        Assert.Equal([KeyValuePair.Create($"refused/{Authority.Programme.Id}/2026", 2)], scheme.Store.Counters);
    }

    private static Scheme Office(string now = "2026-11-24T10:00", params IEnumerable<object> given) => new(now, given) { Reference = Authority.Coordinated() };
}
