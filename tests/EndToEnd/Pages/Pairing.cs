namespace PeerBot.EndToEnd.Pages;

/// <summary>Brings two people of the sample together, in as few presses as it takes.</summary>
public static class Pairing
{
    /// <summary>Asks for support from these people, in this order.</summary>
    public static async Task Ask(PersonChat requester, params string[] supporters)
    {
        await requester.Say("hi");
        await requester.Press("Ask for support");
        await requester.Choose("Area", "Workload and well-being");
        await requester.Press("See who is free");
        foreach (var supporter in supporters)
            await requester.Card(supporter).Press("Choose");
        await requester.Card(supporters[^1]).Press($"Go on with {supporters.Length}");
        await requester.Tick("I understand");
        await requester.Press("Send request");
        await requester.Card("Thank you. Request").ExpectText(supporters[0]);
    }

    /// <summary>From the ask that has come to the dates that they choose as they go.</summary>
    public static async Task Agree(PersonChat requester, PersonChat supporter)
    {
        await supporter.Press("Yes, I will");
        await supporter.Press("Agree how we work");
        await supporter.Press("I agree");
        await requester.Press("I agree");
        await requester.Choose("How often", "We choose dates as we go");
        await requester.Choose("Length", "1 hour");
        await requester.Choose("How (required)", "Teams");
        await requester.Press("Propose");
        await supporter.Press("Agree");
        await requester.Card("Pick a time").ExpectText("both free");
    }

    /// <summary>Types a time that both of them have, and books it.</summary>
    public static async Task Book(PersonChat requester, string words, string booked)
    {
        await requester.Say(words);
        await requester.Card("Shall I book this?").PressFirst("Book ");
        await requester.Card("Booked").ExpectText(booked);
    }
}
