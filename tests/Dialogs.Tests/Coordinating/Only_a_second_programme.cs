using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Coordinating;

/// <summary>Jo is written to as one of the heads' scheme, and coordinates another scheme alone.</summary>
public sealed class Only_a_second_programme
{
    private const string Second = "peer-coaching";

    private static readonly Person Coach = Authority.Head("coach", "Carys Dunn", Authority.MillRoad) with { Programmes = [Second], JobRole = "teacher" };

    [Fact, Trait("Requirement", "S2-05")]
    public async Task Approves_its_volunteers_by_words_and_by_buttons()
    {
        var scheme = Scheme(Volunteer(SupporterState.Interested));
        await scheme.Jo.Says("approvals");
        scheme.Jo.Sees("Carys Dunn");
        await scheme.Jo.Presses(Verbs.ApprovalOpen);
        scheme.Jo.Sees("Carys Dunn", "Mill Road Primary");
        await scheme.Jo.Presses(Verbs.ApprovalInspection);
        await scheme.Jo.Presses(Verbs.ApprovalOpen);
        await scheme.Jo.Presses(Verbs.ApprovalNotYet);
        Assert.Equal(ApplicationAnswer.NotYet, scheme.Only<SupporterApplication>().Answer);
    }

    [Fact, Trait("Requirement", "S2-05")]
    public async Task Sees_its_pool_and_sets_its_dates_of_training()
    {
        var scheme = Scheme(Volunteer(SupporterState.CriteriaChecked));
        await scheme.Jo.Says("pool");
        scheme.Jo.Sees("s come from");
        await scheme.Jo.Says("training dates");
        await scheme.Jo.Fills(Verbs.TrainingDateAdd, (InputIds.Date, "2027-01-14"));
        Assert.Equal(Second, Assert.Single(scheme.Only<LocalSettings>().TrainingDates).ProgrammeId);
        await scheme.Jo.Presses(Verbs.TrainingDateRemove);
        Assert.Empty(scheme.Only<LocalSettings>().TrainingDates);
    }

    [Fact, Trait("Requirement", "S2-13")]
    public async Task Starts_a_request_for_somebody_in_it()
    {
        var scheme = Scheme();
        await scheme.Jo.Says("new request for carys");
        await scheme.Jo.Presses(Verbs.BehalfStart, button: "Carys Dunn");
        Assert.Equal(Second, scheme.Only<SupportRequest>().Programme.Id);
    }

    [Fact, Trait("Requirement", "S2-05")]
    public async Task Opens_a_volunteer_from_its_task_list_and_from_its_list_of_supporters()
    {
        var scheme = Scheme(Volunteer(SupporterState.Interested));
        await scheme.Jo.Says("tasks");
        await scheme.Jo.Presses(Verbs.ApprovalOpen);
        scheme.Jo.Sees("Carys Dunn", "Mill Road Primary");
    }

    private static Scheme Scheme(params IEnumerable<object> given) => new("2026-11-24T10:00", given.Append(Coach))
    {
        Reference = Authority.Reference with { Roles = [new RoleHolders(Second, ProgrammeRoles.Coordinator, [Authority.Jo.Id])] },
    };

    private static IEnumerable<object> Volunteer(SupporterState state)
    {
        var programme = Authority.Reference.Programmes.Current(Second)!;
        return
        [
            SupporterProfile.Interested(Coach.Id, programme) with { State = state, Summary = Volunteers.Summary },
            SupporterApplication.Empty(Coach.Id, Second) with { SentAt = SchoolTime.At("2026-11-23T16:00") },
            new CoordinatorTask(Guid.NewGuid(), Second, TaskKind.Approval, SchoolTime.At("2026-11-23T16:00"), Coach.Id),
        ];
    }
}
