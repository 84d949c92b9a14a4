using PeerBot.Cards;
using PeerBot.Domain.Groups;
using PeerBot.Domain.People;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>Whoever oversees the scheme looks at a group before anybody is asked: why it meets and how varied it is, and nobody's name but the lead's.</summary>
public sealed class DecideGroupFlow : OneStepFlow
{
    public override string Name => "decide-group";

    public override IReadOnlyCollection<string> Verbs =>
        [Cards.Verbs.GroupGateOpen, Cards.Verbs.GroupGateGoOn, Cards.Verbs.GroupGateTalk, Cards.Verbs.GroupGateRefuse];

    public static async Task<AdaptiveCard> CardAsync(LearningGroup group, FlowContext context)
    {
        var texts = context.Texts;
        IReadOnlyList<PersonId> members = [.. group.Members.Where(member => member.State == MemberState.Asked).Select(member => member.Person)];
        var facts = GroupFacts.Of(await new GroupPool(context.Turn, context.Programme).OfAsync(members));
        return PromptCard.Of(
            new PromptCard.View(
                texts.Plain("GroupGate.Heading", ("name", group.Name)), texts.Plain("GroupGate.Text"),
                [
                    new Line(texts.Plain("GroupGate.Lead"), await context.NameAsync(group.Lead)), new Line(texts.Plain("GroupGate.Purpose"), group.Purpose),
                    new Line(texts.Plain("GroupGate.People"), Number(members.Count)), new Line(texts.Plain("GroupGate.Skills"), Number(facts.Skills.Count)),
                    new Line(texts.Plain("GroupGate.Departments"), Number(facts.Departments)), new Line(texts.Plain("GroupGate.Schools"), Number(facts.Schools)),
                ],
                [
                    new Button(Cards.Verbs.GroupGateGoOn, texts.Plain("GroupGate.GoOn")), new Button(Cards.Verbs.GroupGateTalk, texts.Plain("GroupGate.TalkFirst")),
                    new Button(Cards.Verbs.GroupGateRefuse, texts.Plain("GroupGate.NotThisOne")),
                ]),
            context.Frame(group.Id, group.Version));

        string Number(int count) => texts.Plain("Number", ("number", count));
    }

    protected override async Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context)
    {
        var deciding = new DecideGroup(context.Turn);
        if (incoming is not Incoming.Pressed press || await context.Stores.GroupAsync(new GroupId(press.About)) is not { } group || !deciding.Decides(context.Me.Id, group))
        {
            return [context.NotYours()];
        }

        context = context.In(group.Programme);
        if (press.Verb == Cards.Verbs.GroupGateOpen)
        {
            return [group.State == GroupState.Proposed ? new Show.Replace(await CardAsync(group, context)) : context.OutOfDate(OutOfDateCard.Since.Changed)];
        }

        var answer = press.Verb switch
        {
            Cards.Verbs.GroupGateGoOn => GateAnswer.GoOn,
            Cards.Verbs.GroupGateTalk => GateAnswer.TalkFirst,
            _ => GateAnswer.NotThisOne,
        };
        return await deciding.AnswerAsync(context.Me.Id, group.Id, press.Version, answer) switch
        {
            GroupDeciding.Done done when answer == GateAnswer.TalkFirst =>
            [
                context.Receipt(
                    context.Texts.Plain("Gate.Talking.Heading"), context.Texts.Plain("GroupGate.Talking", ("name", await context.NameAsync(done.Group.Lead)))),
                new Show.Card(await CardAsync(done.Group, context)),
            ],
            GroupDeciding.Done done =>
            [
                context.Receipt(
                    context.Texts.Plain("GroupGate.Settled", ("name", done.Group.Name)), context.Texts.Plain(answer == GateAnswer.GoOn ? "GroupGate.AskedNow" : "GroupGate.LeadTold")),
            ],
            GroupDeciding.OutOfDate => [context.OutOfDate(OutOfDateCard.Since.Changed)],
            _ => [context.NotYours()],
        };
    }
}
