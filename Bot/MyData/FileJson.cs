using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime.Text;
using PeerBot.Dialogs;

namespace PeerBot.Bot.MyData;

/// <summary>The personal file for machines: stable names, dates in ISO form, everything else as it is stored.</summary>
internal static class FileJson
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(PersonalFile file)
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory, Readable))
        {
            json.WriteStartObject();
            json.WriteString("madeAt", InstantPattern.General.Format(file.MadeAt));
            foreach (var section in file.Sections)
            {
                if (section.Note is { } note)
                {
                    json.WriteString(section.Key, note);
                    continue;
                }

                json.WriteStartArray(section.Key);
                foreach (var item in section.Items)
                {
                    WriteItem(json, item);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return memory.ToArray();
    }

    /// <summary>A name that comes more than once holds a list.</summary>
    private static void WriteItem(Utf8JsonWriter json, IReadOnlyList<FileField> item)
    {
        json.WriteStartObject();
        foreach (var same in item.GroupBy(field => field.Key))
        {
            if (same.Count() == 1)
            {
                json.WriteString(same.Key, same.First().Value ?? same.First().Words);
                continue;
            }

            json.WriteStartArray(same.Key);
            foreach (var field in same)
            {
                json.WriteStringValue(field.Value ?? field.Words);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
