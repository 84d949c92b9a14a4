using PeerBot.Domain.Groups;
using PeerBot.Domain.People;

namespace PeerBot.Storage.Rows;

/// <summary>A person who was asked to be in a group.</summary>
internal sealed record Membership(PersonId Person, GroupId Group);
