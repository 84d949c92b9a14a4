namespace PeerBot.Bot.Tests.World;

/// <summary>The main job in steps that other tests start from.</summary>
internal static class Journey
{
    public const string MondayMorning = "2026-11-23T08:30:00Z";

    /// <summary>Walks from "support" to the card that says the request is sent.</summary>
    /// <param name="supporters">In the order of choice; up to three.</param>
    public static async Task<Card> AsksForSupport(this Person head, string note, params string[] supporters)
    {
        var confirm = await head.ChoosesSupporters(note, supporters);
        return (await head.Presses(confirm, "Send request", ("understood", "true"))).Card;
    }

    /// <summary>Walks from "support" to the card on which the choices are confirmed.</summary>
    public static async Task<Card> ChoosesSupporters(this Person head, string note, params string[] supporters)
    {
        await head.Says("support");
        var describe = await head.HearsCard("What would help?");
        await head.Presses(describe, "See who is free", ("area", "workload"), ("note", note), ("mode", "teams"));
        Card? last = null;
        foreach (var supporter in supporters)
            last = (await head.Presses(await head.FindsProfile(supporter), "pref.add")).Card;
        if (supporters.Length < 3)
            await head.Presses(last!, "request.review");
        return await head.HearsCard("Check your choices");
    }

    /// <summary>The profile of a supporter, wherever it stands in the list.</summary>
    public static async Task<Card> FindsProfile(this Person head, string supporter)
    {
        Card? Shown() => head.Received.SelectMany(call => call.Cards).LastOrDefault(card => card.Has("pref.add") && card.Says(supporter));
        for (var page = 0; Shown() is null && page < 5; page++)
        {
            var profiles = await head.HearsCard("this page shows");
            if (Shown() is null)
                await head.Presses(profiles, "supporters.more");
        }

        return Shown() ?? throw new Xunit.Sdk.XunitException($"{supporter} is not among those whom {head.Name} could choose:\n{head.Read}");
    }

    /// <summary>A request of this head has reached this supporter, on the Monday morning.</summary>
    /// <returns>The ask in front of the supporter.</returns>
    public static async Task<Card> IsAskedBy(this Person supporter, Person head, RunningBot bot, string note, params string[] others)
    {
        await supporter.GetsTheApp();
        await head.AsksForSupport(note, [supporter.Name, .. others]);
        await bot.MoveToAsync(MondayMorning);
        return await supporter.HearsCard($"{head.Name}, {head.Organisation}");
    }

    /// <summary>Accepts the ask.</summary>
    /// <returns>The card of the new pair in front of the supporter.</returns>
    public static async Task<Card> SaysYes(this Person supporter, Card ask)
    {
        await supporter.Presses(ask, "Yes, I will");
        return await supporter.HearsCard("You are paired with");
    }

    /// <summary>Two who are paired agree how they work and when they meet; times are in front of both.</summary>
    /// <returns>The times in front of the head.</returns>
    public static async Task<Card> AgreeToMeet(Person head, Person supporter, Card paired)
    {
        var rules = (await supporter.Presses(paired, "Agree how we work")).Card;
        await supporter.Presses(rules, "I agree");
        await head.Presses(await head.HearsCard("You are paired with"), "Agree how we work");
        await head.Presses(await head.HearsCard("How we work together"), "I agree");
        var rhythm = await head.HearsCard("Agree a rhythm");
        await head.Presses(rhythm, "Propose", ("pattern", "choose-dates"), ("minutes", "60"), ("mode", "teams"));
        await supporter.Presses(await supporter.HearsCard("suggests"), "cadence.accept");
        await supporter.HearsCard("Pick a time");
        return await head.HearsCard("Pick a time");
    }
}
