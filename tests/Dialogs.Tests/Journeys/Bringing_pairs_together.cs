using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;
using static PeerBot.Dialogs.Tests.Driver.Faculties;

namespace PeerBot.Dialogs.Tests.Journeys;

/// <summary>A learning partner asks, the facilitator finds a coach who fits, and both are told.</summary>
public sealed class Bringing_pairs_together
{
    [Fact, Trait("Requirement", "S2-41")]
    public async Task A_supporter_who_is_assigned_is_offered_supervision_too_where_it_is_there_for_all()
    {
        var reference = With(json =>
        {
            json["supervision"]!["offeredToAll"] = true;
            json["supervision"]!["offerEverySchoolWeeks"] = 3;
        });
        var request = Request(Lena) with { Programme = reference.Programmes.Current(Programme.Id)!.Key };
        var scheme = Scheme("2026-11-23T10:00", request, Coach(Maria));
        scheme.Reference = reference;
        var assigning = await scheme.Does(turn => new AssignSupporter(turn).AssignAsync(Noor.Id, request.Id, Maria.Id));

        Assert.IsType<Assigning.Paired>(assigning);
        Assert.Contains(scheme.Store.Errands, due => due.Errand is Errand.OfferSupervision offer && offer.To == Maria.Id);
        Assert.NotNull(scheme.Store.All<Domain.People.SupporterProfile>().Single(one => one.Person == Maria.Id && one.ProgrammeId == Programme.Id).SupervisionDue);
    }

    [Fact, Trait("Requirement", "S1-14"), Trait("Requirement", "S1-10")]
    public async Task A_partner_asks_the_facilitator_assigns_and_both_are_told()
    {
        var scheme = Scheme("2026-11-23T10:00", Coach(Maria), Coach(Tom));
        var (lena, noor, maria) = (scheme.Of(Lena), scheme.Of(Noor), scheme.Of(Maria));
        await lena.Says("hello");
        await lena.Presses(Verbs.RequestStart);
        lena.Sees("Ask for a peer coach", "Noor Haddad brings you together with a peer coach who fits");
        await lena.Fills(Verbs.AssignAsk, (InputIds.Note, "Quince: my 8B writes little"), (InputIds.Understood, "true"));

        lena.Sees("Noor Haddad looks for a peer coach who fits");
        noor.Sees("a peer coach for Lena Novak", "From English", "Maria Chen", "Tom Barrie", "from the same faculty", "from another faculty", "would be their only one");
        noor.NeverSaw("Quince", "please talk with both");
        await lena.Says("status");
        lena.Sees("with Noor Haddad, who looks for a peer coach for you");

        await noor.PressesOn(noor.Card(Verbs.AssignChoose), Verbs.AssignChoose, "Assign: Maria Chen");

        noor.Sees("Maria Chen and Lena Novak are paired");
        lena.Sees("You are paired with Maria Chen", "Phase 1 of 5: Assess");
        maria.Sees("You are paired with Lena Novak", "Quince: my 8B writes little");
        scheme.Of(Tom).SeesNothing();
        Assert.Equal((Lena.Id, Maria.Id), (scheme.Only<Cycle>().Requester, scheme.Only<Cycle>().Supporter));
        Assert.Equal(Domain.Support.RequestState.Matched, scheme.Only<SupportRequest>().State);
        Assert.Equal(1, ProfileOf(scheme, Maria).ActiveCycles);
        Assert.All(scheme.Store.All<CoordinatorTask>(), task => Assert.False(task.IsOpen));
        await lena.Says("my data");
        Assert.Contains(scheme.Store.All<AuditEntry>(), entry => entry.Action == "request.assigned" && entry.About == Lena.Id && entry.Actor == Noor.Id);
    }

    [Fact]
    public async Task Asking_needs_the_tick_keeps_out_telephone_numbers_and_is_done_once()
    {
        var scheme = Scheme("2026-11-23T10:00", Coach(Maria));
        var lena = scheme.Of(Lena);
        await lena.Says("ask for support");
        await lena.Fills(Verbs.AssignAsk, (InputIds.Note, "About 8B"));
        lena.Sees("Please tick that you have read about confidentiality", "About 8B");
        await lena.Fills(Verbs.AssignAsk, (InputIds.Note, "ring me on 07700 900123"), (InputIds.Understood, "true"));
        lena.Sees("phone numbers");
        Assert.Empty(scheme.Store.All<SupportRequest>());

        await lena.Fills(Verbs.AssignAsk, (InputIds.Note, ""), (InputIds.Understood, "true"));
        await lena.Says("ask for support");
        lena.Sees("Where things stand");
        Assert.Single(scheme.Store.All<SupportRequest>());

        await lena.Presses(Verbs.RequestWithdraw);
        Assert.Equal(Domain.Support.RequestState.Withdrawn, scheme.Only<SupportRequest>().State);
        Assert.All(scheme.Store.All<CoordinatorTask>(), task => Assert.False(task.IsOpen));
    }

    [Fact, Trait("Requirement", "S1-15")]
    public async Task For_a_second_place_partners_of_other_faculties_come_first()
    {
        // Maria of English has one partner; Lena of English has waited longer than Ravi of Science.
        var running = Cycle(Kim, Maria);
        var scheme = Scheme("2026-11-23T10:00", running, Coach(Maria, capacity: 2, active: 1), Request(Lena, "2026-11-16T10:00"), Request(Ravi, "2026-11-20T10:00"));
        var noor = scheme.Of(Noor);
        await noor.Says("supporters");
        await noor.Presses(Verbs.AssignWaiting);

        var card = noor.Sees("Who waits and fits Maria Chen", "Ravi Menon", "Lena Novak");
        Assert.True(card.Text.IndexOf("Ravi Menon", StringComparison.Ordinal) < card.Text.IndexOf("Lena Novak", StringComparison.Ordinal));
    }

    [Fact, Trait("Requirement", "S1-14"), Trait("Requirement", "S1-15")]
    public async Task For_a_first_place_nothing_is_made_of_the_faculty()
    {
        var scheme = Scheme("2026-11-23T10:00", Coach(Maria), Request(Lena, "2026-11-16T10:00"), Request(Ravi, "2026-11-20T10:00"));
        var noor = scheme.Of(Noor);
        await noor.Says("supporters");
        await noor.Presses(Verbs.AssignWaiting);

        var card = noor.Sees("Ravi Menon", "Lena Novak", "from the same faculty");
        Assert.True(card.Text.IndexOf("Lena Novak", StringComparison.Ordinal) < card.Text.IndexOf("Ravi Menon", StringComparison.Ordinal));
        Assert.DoesNotContain("talk with both", card.Text, StringComparison.Ordinal);
    }

    [Fact, Trait("Requirement", "S1-15")]
    public async Task A_coach_of_the_same_faculty_with_one_partner_comes_after_the_others()
    {
        var scheme = Scheme("2026-11-23T10:00", Cycle(Kim, Maria), Coach(Maria, capacity: 2, active: 1), Coach(Tom, capacity: 2, active: 1), Request(Lena));
        var noor = scheme.Of(Noor);
        await noor.Says("requests");
        await noor.Presses(Verbs.CoordinatorRequest);

        var card = noor.Sees("Tom Barrie", "Maria Chen");
        Assert.True(card.Text.IndexOf("Tom Barrie", StringComparison.Ordinal) < card.Text.IndexOf("Maria Chen", StringComparison.Ordinal));
    }

    [Fact, Trait("Requirement", "S1-17")]
    public async Task A_third_partner_is_refused_with_the_reason()
    {
        var scheme = Scheme("2026-11-23T10:00", Coach(Maria, capacity: 2), Coach(Tom), Request(Lena), Request(Ravi), Request(Kim));
        var noor = scheme.Of(Noor);
        await noor.Says("requests");
        var cards = new Dictionary<Person, Message>();
        foreach (var partner in new[] { Lena, Ravi, Kim })
        {
            await noor.Says("requests");
            await noor.PressesOn(noor.Card(Verbs.CoordinatorRequest), Verbs.CoordinatorRequest, $"Open: {scheme.Store.All<SupportRequest>().Single(one => one.Requester == partner.Id).Number}: {partner.Name}");
            cards[partner] = noor.Card(Verbs.AssignChoose);
        }

        await noor.PressesOn(cards[Lena], Verbs.AssignChoose, "Assign: Maria Chen");
        await noor.PressesOn(cards[Ravi], Verbs.AssignChoose, "Assign: Maria Chen");
        await noor.PressesOn(cards[Kim], Verbs.AssignChoose, "Assign: Maria Chen");

        noor.Sees("Maria Chen has 2 already, which is as many as they take", "Tom Barrie");
        Assert.Equal(2, scheme.Store.All<Cycle>().Count(cycle => cycle.Supporter == Maria.Id));
        Assert.Equal(2, ProfileOf(scheme, Maria).ActiveCycles);
    }

    [Fact, Trait("Requirement", "S1-01")]
    public async Task Nobody_is_listed_as_a_coach_without_a_training_record_that_a_facilitator_has_entered()
    {
        var untrained = Coach(Tom) with { TrainedOn = null };
        var scheme = Scheme("2026-11-23T10:00", untrained, Request(Lena));
        var (noor, maria) = (scheme.Of(Noor), scheme.Of(Maria));
        await noor.Says("requests");
        await noor.Presses(Verbs.CoordinatorRequest);
        noor.Sees("Nobody on the list has room and fits just now");

        await noor.Says("record training");
        await noor.Fills(Verbs.TrainingRecord, (InputIds.Person, "chen"), (InputIds.Date, "2026-11-19"));
        noor.Sees("Maria Chen", "English");
        await noor.Fills(Verbs.TrainingRecorded, (InputIds.Person, "chen"), (InputIds.Date, "2026-11-24"));
        noor.Sees("That day has not come yet");
        Assert.DoesNotContain(scheme.Store.All<SupporterProfile>(), one => one.Person == Maria.Id);
        await noor.Fills(Verbs.TrainingRecorded, (InputIds.Person, "chen"), (InputIds.Date, "2026-11-19"));

        noor.Sees("Maria Chen was trained on Thursday 19 November 2026");
        maria.Sees("You are ready");
        await maria.Presses(Verbs.SupporterList);
        await maria.Fills(Verbs.SupporterSave, (InputIds.Summary, "Open questions about writing"), ("releaseTime", "Thursday, period 4"));
        await maria.Presses(Verbs.SupporterList);
        Assert.Equal(SupporterState.Listed, ProfileOf(scheme, Maria).State);
        await noor.Says("requests");
        await noor.Presses(Verbs.CoordinatorRequest);
        var card = noor.Sees("Maria Chen", "Release time available: Thursday, period 4");
        Assert.DoesNotContain("Tom Barrie", card.Text, StringComparison.Ordinal);
    }

    [Fact, Trait("Requirement", "S1-01")]
    public async Task Only_whoever_looks_after_the_scheme_enters_training_and_assigns()
    {
        var scheme = Scheme("2026-11-23T10:00", Coach(Maria), Request(Lena));
        var request = scheme.Only<SupportRequest>();
        foreach (var person in new[] { Lena, Maria, Tom })
        {
            foreach (var (verb, arg) in new[]
            {
                (Verbs.AssignChoose, $"{request.Id}|{RequestCards.KeyOf(Maria.Id)}"), (Verbs.AssignShow, $"{request.Id}|0"),
                (Verbs.AssignWaiting, RequestCards.KeyOf(Maria.Id)), (Verbs.TrainingRecorded, Tom.Id.Value), (Verbs.TrainingRecord, ""),
            })
            {
                await scheme.Of(person).Forges($$"""{"verb":"{{verb}}","id":"peer-coaching","version":0,"nonce":"n","arg":"{{arg}}","date":"2026-11-19","person":"tom"}""");
                scheme.Of(person).Sees("This card is for someone else");
            }
        }

        Assert.Empty(scheme.Store.All<Cycle>());
    }

    [Fact, Trait("Requirement", "S1-16")]
    public async Task A_coach_says_what_release_time_they_have_and_takes_on_less_at_any_time_without_a_reason()
    {
        var scheme = Scheme("2026-11-23T10:00", Cycle(Lena, Maria), Cycle(Ravi, Maria), Coach(Maria, capacity: 2, active: 2));
        var maria = scheme.Of(Maria);
        await maria.Says("availability");
        await maria.Presses(Verbs.SupporterAvailability);
        var card = maria.Card(Verbs.SupporterAvailabilitySave);
        Assert.DoesNotContain("reason", card.Text, StringComparison.OrdinalIgnoreCase);

        await maria.Fills(Verbs.SupporterAvailabilitySave, (InputIds.Capacity, "1"));

        Assert.Equal(1, ProfileOf(scheme, Maria).Capacity);
        Assert.Equal(2, scheme.Store.All<Cycle>().Count(cycle => cycle.IsOpen));
        await maria.Says("offer support");
        await maria.Presses(Verbs.SupporterOffer);
        maria.Sees("Release time available.", "(optional)");
    }

    [Fact, Trait("Requirement", "S1-03")]
    public async Task Teachers_head_teachers_and_technical_support_officers_may_all_join()
    {
        foreach (var (person, may) in new[] { (Lena, true), (Noor, true), (Kim, true), (Lena with { JobRole = "bursar" }, false) })
        {
            var scheme = Scheme("2026-11-23T10:00", person);
            scheme.Reference = Reference with { Roles = [] };
            await scheme.Of(person).Says("ask for support");
            Assert.Equal(may, scheme.Of(person).Has(Verbs.AssignAsk));
        }
    }

    [Theory, Trait("Requirement", "S1-03"), Trait("Requirement", "S1-19")]
    [InlineData(6, 0, "Pairs: 6", "Pairs across faculties: 6", "People from English: not shown", "People from Mathematics: not shown", "Prepare: 6", "Assess: 0")]
    [InlineData(6, 5, "Pairs: 11", "Pairs across faculties: 6", "People from English: 6", "People from Mathematics: 6", "Prepare: 6", "Assess: 5")]
    [InlineData(6, 1, "Pairs: 7", "Pairs across faculties: not shown", "People from English: not shown", "People from Mathematics: not shown", "Prepare: not shown", "Assess: not shown")]
    [InlineData(2, 1, "Pairs: fewer than 5", "Pairs across faculties: fewer than 5", "People from English: fewer than 5", "People from Mathematics: fewer than 5", "Prepare: fewer than 5", "Assess: fewer than 5")]
    public async Task The_report_shows_faculties_covered_and_counts_pairs_across_but_nothing_that_points_at_few(int across, int within, params string[] shown)
    {
        var far = Enumerable.Range(0, across).Select(at => Lena with { Id = PersonId.Of("wattle.example", $"p{at}"), Name = $"Partner {at}", Department = "Mathematics" }).ToList();
        var near = Enumerable.Range(0, within).Select(at => Lena with { Id = PersonId.Of("wattle.example", $"n{at}"), Name = $"Neighbour {at}" }).ToList();
        var scheme = Scheme(
            "2026-11-23T10:00",
            [.. far, .. near, .. far.Select(partner => Cycle(partner, Maria, phase: "prepare")), .. near.Select(partner => Cycle(partner, Maria)), Coach(Maria, capacity: 2, active: 2)]);
        var noor = scheme.Of(Noor);

        await noor.Says("reports");

        noor.Sees(["Faculties covered: English and Mathematics", "Once supported, now trained: fewer than 5", .. shown]);
        Assert.Contains("faculties", await FileAsync(scheme, Noor), StringComparison.Ordinal);
        Assert.Null(await FileAsync(scheme, Maria));
    }

    private static async Task<string?> FileAsync(Scheme scheme, Person reader) =>
        await ReportPage.FileAsync(
            Programme.Id, ReportKind.Participation,
            new FlowContext(
                new Domain.Turn(scheme.Store.Begin(scheme.Now), scheme.Reference, scheme.Calendar, scheme.Now), reader, null, Programme,
                FlowTexts.For(Programme, reader.Locale))) is { } file
            ? System.Text.Encoding.UTF8.GetString(file)
            : null;

    private static SupporterProfile ProfileOf(Scheme scheme, Person person) => scheme.Store.All<SupporterProfile>().Single(one => one.Person == person.Id);
}
