using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.People;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Journeys;

/// <summary>The driver itself looks at the hour of everything the bot starts, in every journey; here each kind is held once.</summary>
public sealed class Contact_hours
{
    [Theory, Trait("Requirement", "S2-40")]
    [InlineData("2026-11-24T19:05", "2026-11-25T08:30")] // an evening
    [InlineData("2026-11-27T17:30", "2026-11-30T08:30")] // the close of the window is not in it
    [InlineData("2026-11-28T11:00", "2026-11-30T08:30")] // a Saturday
    [InlineData("2027-05-03T11:00", "2027-05-04T08:30")] // a bank holiday
    [InlineData("2027-02-16T11:00", "2027-02-22T08:30")] // half-term
    [InlineData("2026-12-18T18:00", "2027-01-04T08:30")] // the last evening of term
    public async Task What_the_bot_starts_is_held_to_the_next_contact_window(string now, string window)
    {
        foreach (var kind in Kinds)
        {
            var (scheme, reader) = Waiting(now, kind);
            Assert.Empty(reader.Messages);
            await scheme.MovesTo(SchoolTime.Written(SchoolTime.At(window) - NodaTime.Duration.FromMinutes(1)));
            Assert.Empty(reader.Messages);

            await scheme.MovesTo(window);
            Assert.Equal(SchoolTime.At(window), Assert.Single(reader.Messages).At);
        }
    }

    [Fact, Trait("Requirement", "S2-40")]
    public async Task Who_types_at_night_is_answered_at_night()
    {
        var scheme = new Scheme("2026-12-25T03:00");
        await scheme.Amira.Says("status");
        scheme.Amira.Sees("Where things stand");
    }

    [Fact, Trait("Requirement", "S2-40")]
    public async Task Each_is_reached_in_the_hours_of_their_own_clock()
    {
        var abroad = Authority.Peter with { TimeZone = "Europe/Paris" };
        var scheme = new Scheme("2026-11-23T08:00", abroad);
        await scheme.Amira.AsksForSupport("Peter Lloyd");

        // Half past eight in Paris was half past seven in London.
        scheme.Peter.Sees("Amira Khan");
    }

    private static readonly string[] Kinds = ["ask", "paired", "rules", "rhythm", "unmatched", "overtaken", "feedback", "closed", "evaluation"];

    private static (Scheme Scheme, Participant Reader) Waiting(string now, string kind)
    {
        var request = Given.Request(Authority.Amira, kind == "unmatched" ? Domain.Support.RequestState.Unmatched : Domain.Support.RequestState.Asking, preferences: Authority.Peter);
        var ask = Given.Ask(request, Authority.Peter, kind == "overtaken" ? AskState.Overtaken : AskState.Queued);
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace);
        cycle = kind is "feedback" or "closed" ? cycle with { State = CycleState.Closed, Closed = CloseReason.Completed } : cycle;
        Errand errand = kind switch
        {
            "ask" => new Errand.DeliverAsk(ask.Id),
            "paired" => new Errand.TellPaired(cycle.Id, Authority.Amira.Id),
            "rules" => new Errand.ShowGroundRules(cycle.Id, Authority.Amira.Id),
            "rhythm" => new Errand.ShowCadence(cycle.Id, Authority.Amira.Id),
            "unmatched" => new Errand.TellUnmatched(request.Id),
            "overtaken" => new Errand.TellOvertaken(ask.Id),
            "feedback" => new Errand.AskFeedback(cycle.Id, Authority.Amira.Id, 2),
            "closed" => new Errand.TellClosed(cycle.Id, Authority.Amira.Id),
            _ => new Errand.OfferSelfEvaluation(cycle.Id, Authority.Amira.Id, Domain.Reflection.Occasion.Before),
        };
        var scheme = new Scheme(now, request, ask, cycle);
        scheme.Expects(errand, now);
        return (scheme, kind is "ask" or "overtaken" ? scheme.Peter : scheme.Amira);
    }
}
