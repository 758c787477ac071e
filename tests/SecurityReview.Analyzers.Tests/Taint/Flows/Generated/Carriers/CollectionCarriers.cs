using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Carriers;

/// <summary>Carriers that hold several texts.</summary>
internal static class CollectionCarriers
{
    public static ImmutableArray<Carrier> All { get; } =
    [
        WithKeys("ArrayElement", "string[]", "new[] { \"none\", \"none\" }", "0", "1"),
        WithKeys("ListElement", "List<string>", "new List<string> { \"none\", \"none\" }", "0", "1"),
        WithKeys(
            "DictionaryEntry",
            "Dictionary<string, string>",
            "new Dictionary<string, string> { [\"label\"] = \"none\", [\"note\"] = \"none\" }",
            "\"label\"",
            "\"note\""),
        new("ListAdded")
        {
            Type = "List<string>",
            Declare = holder => $"var {holder} = new List<string> {{ \"none\" }};",
            Put = (holder, text) => $"{holder}.Add({text});",
            Take = holder => $"{holder}[^1]",
            Replaces = false,
        },
        new("Queue")
        {
            Type = "Queue<string>",
            Declare = holder => $"var {holder} = new Queue<string>();",
            Put = (holder, text) => $"{holder}.Enqueue({text});",
            Take = holder => $"{holder}.Count > 0 ? {holder}.Peek() : \"none\"",
            Replaces = false,
        },
        new("StringBuilder")
        {
            Usings = ["System.Text"],
            Type = "StringBuilder",
            Declare = holder => $"var {holder} = new StringBuilder(\"none\");",
            Put = (holder, text) => $"{holder}.Clear().Append({text});",
            Take = holder => $"{holder}.ToString()",
        },
        new("StringJoin")
        {
            Type = "string[]",
            Declare = holder => $"var {holder} = new[] {{ \"none\", \"more\" }};",
            Put = (holder, text) => $"{holder}[0] = {text};",
            Take = holder => $"string.Join(\" \", {holder})",
        },
        new("LinqSelect")
        {
            Type = "IEnumerable<string>",
            Declare = holder => $"var {holder} = Enumerable.Repeat(\"none\", 1);",
            Put = (holder, text) => $"{holder} = new[] {{ {text} }}.Select(item => item.Trim());",
            Take = holder => $"{holder}.First()",
        },
        new("Iterator")
        {
            Types = """
                internal static class Rows
                {
                    public static IEnumerable<string> Of(string text)
                    {
                        yield return "head";
                        yield return text;
                    }
                }
                """,
            Type = "IEnumerable<string>",
            Declare = holder => $"var {holder} = Rows.Of(\"none\");",
            Put = (holder, text) => $"{holder} = Rows.Of({text});",
            Take = holder => $"{holder}.Last()",
        },
    ];

    /// <summary>A collection with an indexer, and two of its keys.</summary>
    private static Carrier WithKeys(string name, string type, string empty, string key, string otherKey) => new(name)
    {
        Type = type,
        Declare = holder => $"var {holder} = {empty};",
        Put = (holder, text) => $"{holder}[{key}] = {text};",
        Take = holder => $"{holder}[{key}]",
        PutElsewhere = (holder, text) => $"{holder}[{otherKey}] = {text};",
        TakeElsewhere = holder => $"{holder}[{otherKey}]",
    };
}
