using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SecurityReview.Tool.Reporting;

/// <summary>Writes JSON for programs that people sometimes read.</summary>
internal static class JsonText
{
    /// <summary>Code is full of quotes and angle brackets; nothing here is put into HTML.</summary>
    private static readonly JsonSerializerOptions s_options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(JsonNode node, TextWriter writer) => writer.WriteLine(node.ToJsonString(s_options));

    /// <summary>An array of nodes.</summary>
    public static JsonArray Array(IEnumerable<JsonNode?> nodes) => new([.. nodes]);

    /// <summary>An array of texts.</summary>
    public static JsonArray Array(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);
}
