using PeerBot.Cards;
using PeerBot.Domain.Groups;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>A member says whether they would like to be in the group that a lead has put together.</summary>
public sealed class JoinGroupFlow : OneStepFlow
{
    public override string Name => "join-group";

    public override IReadOnlyCollection<string> Verbs => [Cards.Verbs.GroupOpen, Cards.Verbs.GroupJoin, Cards.Verbs.GroupDecline, Cards.Verbs.GroupTakeBack];

    /// <summary>With its purpose and its names; null where the reader is not asked any more.</summary>
    public static async Task<AdaptiveCard?> CardAsync(LearningGroup group, FlowContext context, bool reminder = false)
    {
        if (!group.IsOpen || group.State == GroupState.Proposed || group.Member(context.Me.Id) is not { State: MemberState.Asked } member)
        {
            return null;
        }

        var people = new List<Line>();
        var choices = new List<Choice>();
        var managed = new List<string>();
        string? manager = null;
        foreach (var other in group.Members.Where(one => one.Person != context.Me.Id && one.State is MemberState.Asked or MemberState.Joined))
        {
            if (await context.Stores.PersonAsync(other.Person) is not { } person || person.Id == context.Me.Id)
            {
                continue;
            }

            people.Add(new Line(person.Name, await AboutAsync(person, context)));
            choices.Add(new Choice(RequestCards.KeyOf(person.Id), person.Name));
            if (person.LineManager == context.Me.Id)
            {
                managed.Add(person.Name);
            }

            manager = context.Me.LineManager == person.Id ? person.Name : manager;
        }

        return JoinGroupCard.Of(
            new JoinGroupCard.View(
                await context.NameAsync(group.Lead), group.Purpose, people, context.Local(member.AnswerBy), reminder, managed, manager, choices),
            context.Frame(group.Id));
    }

    protected override async Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context)
    {
        if (incoming is not Incoming.Pressed press || await context.Stores.GroupAsync(new GroupId(press.About)) is not { } group
            || group.Member(context.Me.Id) is null)
        {
            return [context.NotYours()];
        }

        context = context.In(group.Programme);
        var joining = new JoinGroup(context.Turn);
        return press.Verb switch
        {
            Cards.Verbs.GroupJoin => [await AnsweredAsync(await joining.JoinAsync(context.Me.Id, group.Id), context)],
            Cards.Verbs.GroupDecline => [await AnsweredAsync(await joining.DeclineAsync(context.Me.Id, group.Id, Never(press, group)), context)],
            Cards.Verbs.GroupTakeBack => [await TakenBackAsync(await joining.TakeBackAsync(context.Me.Id, group.Id), context)],
            _ => [await CardAsync(group, context) is { } card ? new Show.Replace(card) : context.OutOfDate(OutOfDateCard.Since.Answered)],
        };
    }

    /// <summary>Their school, and what they have written for those in their group (S4-03).</summary>
    private static async Task<string> AboutAsync(Person person, FlowContext context)
    {
        var school = await context.SchoolAsync(person.Id);
        return await context.Stores.SupporterAsync(person.Id, context.Programme.Id) is not { } profile
            ? school
            : string.Join(". ", [
                school,
                .. PublicProfile.Of(profile, context.Programme, person, organisation: null).Facts
                    .Where(fact => fact is { Field.Source: ProfileFieldSource.Supporter, Value: ProfileValue.Words })
                    .Select(fact => $"{fact.Field.Label}: {Typed.Line(((ProfileValue.Words)fact.Value).Text)}"),
            ]);
    }

    /// <summary>Somebody in it with whom they would rather not be.</summary>
    private static PersonId? Never(Incoming.Pressed press, LearningGroup group) => press.Input(InputIds.Never) is { } key
        ? group.Members.FirstOrDefault(member => RequestCards.KeyOf(member.Person) == key)?.Person
        : null;

    private static async Task<Show> TakenBackAsync(GroupAnswer answer, FlowContext context) => answer is GroupAnswer.Declined
        ? context.Receipt(context.Texts.Plain("Groups.TakenBack.Heading"), context.Texts.Plain("Groups.TakenBack.Text"))
        : await AnsweredAsync(answer, context);

    private static async Task<Show> AnsweredAsync(GroupAnswer answer, FlowContext context)
    {
        var texts = context.Texts;
        switch (answer)
        {
            case GroupAnswer.Joined { Group.State: GroupState.Running } joined when await context.Stores.CycleAsync(joined.Group.Id.Cycle) is { Rules.AgreedBy.Count: > 0 }:
                return context.Receipt(texts.Plain("Groups.Joined.Heading"), texts.Plain("Groups.Joined.Running"));
            case GroupAnswer.Joined joined:
                return context.Receipt(
                    texts.Plain("Groups.Joined.Heading"), texts.Plain("Groups.Joined.Text", ("lead", await context.NameAsync(joined.Group.Lead))));
            case GroupAnswer.Declined:
                return context.Receipt(texts.Plain("Groups.Declined.Heading"), texts.Plain("Groups.Declined.Text"));
            case GroupAnswer.NoRoom full:
                var capacity = (await context.Stores.SupporterAsync(context.Me.Id, context.Programme.Id))?.Capacity ?? 0;
                return context.Receipt(
                    texts.Plain("Groups.NoRoom.Heading"), texts.Plain("Groups.NoRoom.Text", ("capacity", Math.Max(1, capacity))),
                    buttons: [new Button(Cards.Verbs.GroupOpen, texts.Plain("Groups.OpenAsk"), full.Group.Id.ToString())]);
            case GroupAnswer.OutOfDate:
                return context.OutOfDate(OutOfDateCard.Since.Answered);
            default:
                return context.NotYours();
        }
    }
}
