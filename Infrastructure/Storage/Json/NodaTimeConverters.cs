using NodaTime;
using NodaTime.Text;

namespace PeerBot.Storage.Json;

// ISO text in the JSON of a stored row. The package NodaTime.Serialization.SystemTextJson cannot be had here.

internal sealed class InstantConverter() : TextConverter<Instant>(
    text => InstantPattern.ExtendedIso.Parse(text).Value, InstantPattern.ExtendedIso.Format);

internal sealed class LocalDateConverter() : TextConverter<LocalDate>(
    text => LocalDatePattern.Iso.Parse(text).Value, LocalDatePattern.Iso.Format);

internal sealed class LocalTimeConverter() : TextConverter<LocalTime>(
    text => LocalTimePattern.ExtendedIso.Parse(text).Value, LocalTimePattern.ExtendedIso.Format);

internal sealed class LocalDateTimeConverter() : TextConverter<LocalDateTime>(
    text => LocalDateTimePattern.ExtendedIso.Parse(text).Value, LocalDateTimePattern.ExtendedIso.Format);

internal sealed class DurationConverter() : TextConverter<Duration>(
    text => DurationPattern.Roundtrip.Parse(text).Value, DurationPattern.Roundtrip.Format);

internal sealed class PeriodConverter() : TextConverter<Period>(
    text => PeriodPattern.Roundtrip.Parse(text).Value, PeriodPattern.Roundtrip.Format);

internal sealed class YearMonthConverter() : TextConverter<YearMonth>(
    text => YearMonthPattern.Iso.Parse(text).Value, YearMonthPattern.Iso.Format);

internal sealed class AnnualDateConverter() : TextConverter<AnnualDate>(
    text => AnnualDatePattern.Iso.Parse(text).Value, AnnualDatePattern.Iso.Format);

internal sealed class DateTimeZoneConverter() : TextConverter<DateTimeZone>(
    id => DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) ?? throw new FormatException("Not a time zone of the tz database."),
    zone => zone.Id);

internal sealed class IntervalConverter() : TextConverter<Interval>(Parse, Format)
{
    private static Interval Parse(string text)
    {
        var cut = text.IndexOf('/', StringComparison.Ordinal);
        return new Interval(Instant(text[..cut]), Instant(text[(cut + 1)..]));
    }

    private static string Format(Interval interval) =>
        $"{InstantPattern.ExtendedIso.Format(interval.Start)}/{InstantPattern.ExtendedIso.Format(interval.End)}";

    private static Instant Instant(string text) => InstantPattern.ExtendedIso.Parse(text).Value;
}
