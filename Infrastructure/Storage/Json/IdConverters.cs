using PeerBot.Domain.Groups;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;

namespace PeerBot.Storage.Json;

internal sealed class PersonIdConverter() : TextConverter<PersonId>(text => new PersonId(text), id => id.Value);

internal sealed class OrganisationIdConverter() : TextConverter<OrganisationId>(
    text => new OrganisationId(Guid.ParseExact(text, "N")), id => id.ToString());

internal sealed class RequestIdConverter() : TextConverter<RequestId>(
    text => new RequestId(Guid.ParseExact(text, "N")), id => id.ToString());

internal sealed class AskIdConverter() : TextConverter<AskId>(
    text => new AskId(Guid.ParseExact(text, "N")), id => id.ToString());

internal sealed class CycleIdConverter() : TextConverter<CycleId>(
    text => new CycleId(Guid.ParseExact(text, "N")), id => id.ToString());

internal sealed class GroupIdConverter() : TextConverter<GroupId>(
    text => new GroupId(Guid.ParseExact(text, "N")), id => id.ToString());

internal sealed class MeetingIdConverter() : TextConverter<MeetingId>(
    text => new MeetingId(Guid.ParseExact(text, "N")), id => id.ToString());
