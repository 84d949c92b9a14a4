using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using PeerBot.Dialogs;

namespace PeerBot.Bot.MyData;

/// <summary>The personal file for people: one page that needs nothing beside it, on screen, saved or printed.</summary>
internal static class FilePage
{
    private const string Style =
        """
        body{font:1rem/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}
        h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2rem;border-bottom:1px solid #767676}
        dl{display:grid;grid-template-columns:minmax(8rem,1fr) 2fr;gap:.25rem 1rem;margin:0 0 1rem;padding:.75rem;background:#f3f3f3}
        dt{font-weight:600}dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}
        @media(max-width:40rem){dl{display:block}}
        @media print{a{display:none}dl{background:none;border:1px solid #767676}}
        """;

    /// <summary>For the policy that lets this style through and nothing else.</summary>
    public static string StyleHash { get; } = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));

    public static string Write(PersonalFile file)
    {
        var page = new StringBuilder();
        page.Append(
            CultureInfo.InvariantCulture,
            $"""
            <!DOCTYPE html>
            <html lang="{Safe(file.Language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <meta name="referrer" content="no-referrer"><title>{Safe(file.Title)}</title><style>{Style}</style></head>
            <body><main><h1>{Safe(file.Title)}</h1>
            <p><a href="?format=html">{Safe(file.SavePage)}</a> · <a href="?format=json">{Safe(file.SaveJson)}</a></p>

            """);
        foreach (var section in file.Sections)
        {
            page.Append(CultureInfo.InvariantCulture, $"<section><h2>{Safe(section.Title)}</h2>\n");
            if (section.Note is not null || section.Items.Count == 0)
            {
                page.Append(CultureInfo.InvariantCulture, $"<p>{Safe(section.Note ?? file.Nothing)}</p>\n");
            }

            foreach (var item in section.Items)
            {
                page.Append("<dl>\n");
                foreach (var field in item)
                {
                    page.Append(CultureInfo.InvariantCulture, $"<dt>{Safe(field.Label)}</dt><dd>{Safe(field.Words)}</dd>\n");
                }

                page.Append("</dl>\n");
            }

            page.Append("</section>\n");
        }

        return page.Append("</main></body></html>\n").ToString();
    }

    private static string Safe(string words) => WebUtility.HtmlEncode(words);
}
