namespace PeerBot.Domain.Reflection;

/// <summary>Open questions that a supporter may ask, by phase of a conversation or cycle. They hold no advice.</summary>
public sealed record QuestionBank(string Id, int Version, IReadOnlyList<QuestionPhase> Phases);

/// <param name="When">In which minutes or for what the questions are.</param>
public sealed record QuestionPhase(string Id, string Label, string When, IReadOnlyList<BankQuestion> Questions);

public sealed record BankQuestion(string Id, string Text);
