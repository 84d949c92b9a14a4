using System.Globalization;
using PeerBot.Cards;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>C34: what is held about the reader, in words and numbers; the words themselves are in the file.</summary>
internal static class MyDataCards
{
    private const int LooksShown = 3;

    public static async Task<AdaptiveCard> HeldAsync(FlowContext context)
    {
        var (stores, me, texts) = (context.Stores, context.Me.Id, context.Texts);
        var lines = new List<Line> { new(texts.Plain("MyData.Profile"), texts.Plain("MyData.ProfileHeld")) };

        var requests = await stores.RequestsOfAsync(me);
        Add("MyData.Requests", requests.Count, requests.Count == 0 ? "" : texts.Plain("MyData.LatestOf", ("date", context.Local(requests[0].MadeAt).Date)));
        var cycles = await stores.CyclesOfAsync(me);
        Add("MyData.Cycles", cycles.Count, texts.Plain("MyData.OpenOf", ("count", cycles.Count(cycle => cycle.IsOpen))));
        var meetings = 0;
        foreach (var cycle in cycles)
        {
            meetings += (await stores.MeetingsAsync(cycle.Id)).Count;
        }

        Add("MyData.Meetings", meetings, "");
        var notes = await stores.NotesOfAsync(me);
        Add("MyData.Journal", notes.Count(note => note.Kind == NoteKind.Journal), texts.Plain("MyData.ForYou"));
        Add("MyData.Notes", notes.Count(note => note.Kind != NoteKind.Journal), texts.Plain("MyData.ForYouOrPair"));
        Add("MyData.Evaluations", (await stores.SelfEvaluationsOfAsync(me)).Count, texts.Plain("MyData.ForYou"));
        Add("MyData.Feedback", (await stores.FeedbackFromAsync(me)).Count, "");
        Add("MyData.Support", (await stores.ProfilesOfAsync(me)).Count + (await stores.ApplicationsOfAsync(me)).Count, "");
        Add("MyData.Asks", (await stores.AsksToAsync(me)).Count, "");
        foreach (var right in (await stores.RightsRequestsOfAsync(me)).Where(right => right.IsOpen))
        {
            lines.Add(new Line(texts.Plain("MyData.Rights"), Right(right, context)));
        }

        var held = await stores.HeldForAsync(me);
        Add("MyData.Held", held.Count, held.Count == 0 ? "" : texts.Plain("MyData.HeldUntil", ("when", texts.DateTime(context.Local(held.Min(one => one.Until))))));
        var looks = await stores.AuditAboutAsync(me);
        lines.Add(new Line(texts.Plain("MyData.Looks"), looks.Count == 0 ? texts.Plain("MyData.NoLooks") : texts.Plain("MyData.Many", ("count", looks.Count))));
        foreach (var look in looks.Take(LooksShown))
        {
            lines.Add(new Line(texts.Plain("MyData.Look"), await LookAsync(look, context)));
        }

        return MyDataCard.Of(new MyDataCard.View(lines, context.Contact(UseRight.ProtectionContact)?.AtWork()), context.Frame());

        void Add(string key, int count, string more)
        {
            if (count > 0)
            {
                lines.Add(new Line(texts.Plain(key), more.Length == 0 ? texts.Plain("MyData.Many", ("count", count)) : texts.Plain("MyData.ManyAnd", ("count", count), ("more", more))));
            }
        }
    }

    /// <summary>Where no file can be fetched, a person gives it.</summary>
    public static Show AskAPerson(FlowContext context)
    {
        var contact = context.Contact(UseRight.ProtectionContact)?.AtWork() ?? context.CoordinatorContact();
        return context.Receipt(
            context.Texts.Plain("AskAPerson.Heading"), context.Texts.Plain("AskAPerson.MyData", ("name", contact.Name)),
            [.. new[] { (contact.Role, "AskAPerson.Role"), (contact.Email, "AskAPerson.Email"), (contact.Phone, "AskAPerson.Phone") }
                .Where(line => line.Item1 is not null).Select(line => new Line(context.Texts.Plain(line.Item2), line.Item1!))]);
    }

    /// <summary>"Complaint DP-2026-003, received on Saturday 21 November 2026".</summary>
    public static string Right(RightsRequest request, FlowContext context)
    {
        var (number, date) = (request.Number, context.Local(request.MadeAt).Date);
        return request.Kind switch
        {
            RightsKind.Correction => context.Texts.Plain("MyData.Right.Correction", ("number", number), ("date", date)),
            RightsKind.Erasure => context.Texts.Plain("MyData.Right.Erasure", ("number", number), ("date", date)),
            RightsKind.Objection => context.Texts.Plain("MyData.Right.Objection", ("number", number), ("date", date)),
            _ => context.Texts.Plain("MyData.Right.Complaint", ("number", number), ("date", date)),
        };
    }

    /// <summary>"Sam Reid, Monday 23 November 2026, 9am: your cycle".</summary>
    public static async Task<string> LookAsync(AuditEntry look, FlowContext context) => context.Texts.Plain(
        "MyData.LookBy", ("name", await context.NameAsync(look.Actor)), ("when", context.Texts.DateTime(context.Local(look.At))), ("what", What(look, context)));

    public static string Language(string locale) => CultureInfo.GetCultureInfo(locale).NativeName;

    /// <summary>"London" for Europe/London.</summary>
    public static string Zone(string id) => id[(id.LastIndexOf('/') + 1)..].Replace('_', ' ');

    /// <summary>The sentence of whoever noted the look; its word where there is none.</summary>
    public static string What(AuditEntry look, FlowContext context) =>
        context.Texts.Has("Audit." + look.Action) ? context.Texts.Plain("Audit." + look.Action) : look.Action.Replace('.', ' ');
}
