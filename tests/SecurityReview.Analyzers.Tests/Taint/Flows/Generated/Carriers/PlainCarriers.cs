using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Carriers;

/// <summary>Carriers that are a text, made from another text in some way.</summary>
internal static class PlainCarriers
{
    public static ImmutableArray<Carrier> All { get; } =
    [
        new("Local")
        {
            Declare = holder => $"var {holder} = \"none\";",
            Put = (holder, text) => $"{holder} = {text};",
            Take = holder => holder,
        },
        new("RefParameter")
        {
            Types = """
                internal static class Copying
                {
                    public static void Copy(string from, ref string to) => to = from;
                }
                """,
            Declare = holder => $"var {holder} = \"none\";",
            Put = (holder, text) => $"Copying.Copy({text}, ref {holder});",
            Take = holder => holder,
        },
        new("OutParameter")
        {
            Types = """
                internal static class Trimming
                {
                    public static bool TryTrim(string from, out string to)
                    {
                        to = from.Trim();
                        return to.Length > 0;
                    }
                }
                """,
            Declare = holder => $"var {holder} = \"none\";",
            Put = (holder, text) => $"Trimming.TryTrim({text}, out {holder});",
            Take = holder => holder,
        },
        new("InterpolatedString")
        {
            Declare = holder => $"var {holder} = \"none\";",
            Put = (holder, text) => $"{holder} = $\"%{{{Lines.Operand(text)}}}%\";",
            Take = holder => holder,
        },
        new("LocalFunction")
        {
            Declare = holder => $"var {holder} = \"none\";\nstatic string {holder}Shape(string text) => text.Trim();",
            Put = (holder, text) => $"{holder} = {holder}Shape({text});",
            Take = holder => holder,
        },
        new("SpanSlice")
        {
            Declare = holder => $"var {holder} = \"(none)\";",
            Put = (holder, text) => $"{holder} = \"(\" + {Lines.Operand(text)} + \")\";",
            Take = holder => $"{holder}.AsSpan(1, {holder}.Length - 2).ToString()",
        },
        new("JsonRoundTrip")
        {
            Usings = ["System.Text.Json"],
            Types = "internal sealed record Letter(string Subject);",
            Declare = holder => $"var {holder} = JsonSerializer.Serialize(new Letter(\"none\"));",
            Put = (holder, text) => $"{holder} = JsonSerializer.Serialize(new Letter({text}));",
            Take = holder => $"JsonSerializer.Deserialize<Letter>({holder})!.Subject",
        },
        new("StaticField")
        {
            Type = null,
            Types = """
                internal static class Desk
                {
                    public static string Top = "none";
                    public static string Drawer = "none";
                }
                """,
            Declare = _ => "Desk.Top = \"none\";\nDesk.Drawer = \"none\";",
            Put = (_, text) => $"Desk.Top = {text};",
            Take = _ => "Desk.Top",
            PutElsewhere = (_, text) => $"Desk.Drawer = {text};",
            TakeElsewhere = _ => "Desk.Drawer",
            Replaces = false,
        },
    ];
}
