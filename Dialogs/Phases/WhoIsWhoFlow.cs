using PeerBot.Cards;

namespace PeerBot.Dialogs;

/// <summary>"who is who": everybody who has a part in the scheme, in its own words (S1-02).</summary>
public sealed class WhoIsWhoFlow : OneStepFlow
{
    public override string Name => "who-is-who";

    public override IReadOnlyCollection<string> Verbs => [];

    public override bool Wants(string text, FlowContext context) => context.Texts.Means(text, "Typed.WhoIsWho");

    protected override Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context)
    {
        var roles = context.Programme.Roles.GroupBy(role => role.Label).Select(same =>
            new Line(same.Key, string.Join(context.Texts.Plain("List.Semicolon"), same.Select(role => role.Does))));
        return Task.FromResult<IReadOnlyList<Show>>(
        [
            context.Receipt(
                context.Texts.Plain("WhoIsWho.Heading"), context.Texts.Plain("WhoIsWho.Text", ("scheme", context.Programme.Name.In(context.Me.Locale))), [.. roles]),
        ]);
    }
}
