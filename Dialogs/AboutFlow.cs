using PeerBot.Cards;
using PeerBot.Domain.Programmes;

namespace PeerBot.Dialogs;

/// <summary>"about": the aims of the scheme in its own words, with the links that the configuration gives it (S2-03).</summary>
public sealed class AboutFlow : OneStepFlow
{
    public override string Name => "about";

    public override IReadOnlyCollection<string> Verbs => [];

    public override bool Wants(string text, FlowContext context) => context.Texts.Means(text, "Typed.About");

    protected override Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context)
    {
        var programme = context.Programme;
        // A definition holds no addresses: what a scheme links to stands among the contacts, under the scheme's own prefix.
        var links = context.Turn.Reference.Contacts.Values
            .Where(contact => contact.Key.StartsWith($"about-{programme.Id}-", StringComparison.Ordinal) && contact.Link is not null)
            .OrderBy(contact => contact.Key, StringComparer.Ordinal)
            .Select(contact => (contact.NeedsSignIn ? context.Texts.Plain("About.NeedsSignIn", ("name", contact.Name)) : contact.Name, contact.Link!));
        return Task.FromResult<IReadOnlyList<Show>>(
        [
            new Show.Card(AboutCard.Of(
                new AboutCard.View(
                    programme.Name.In(context.Me.Locale), programme.Summary.In(context.Me.Locale), programme.Purpose.Aims, [.. links, .. ReadSchemeFlow.Links(context, LinkPlace.About)],
                    context.OtherHelp(), WaysIn.Of(context).FirstOrDefault(), programme.Purpose.About),
                context.Frame())),
        ]);
    }
}
