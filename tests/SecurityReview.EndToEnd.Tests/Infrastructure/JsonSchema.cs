using System.Text.Json;
using System.Text.RegularExpressions;

namespace SecurityReview.EndToEnd.Tests.Infrastructure;

/// <summary>Checks JSON against a schema, as far as schemas go that use the common keywords; an unknown keyword fails.</summary>
internal sealed class JsonSchema
{
    private static readonly HashSet<string> s_annotations = ["$schema", "$id", "id", "title", "description", "default", "definitions", "format"];

    private readonly JsonElement _root;

    public JsonSchema(string path) => _root = JsonDocument.Parse(File.ReadAllText(path)).RootElement;

    /// <summary>What does not fit, with the path in the document; empty if all fits.</summary>
    public IReadOnlyList<string> Problems(JsonElement document) => [.. Check(_root, document, "$")];

    private IEnumerable<string> Check(JsonElement schema, JsonElement value, string path) =>
        schema.ValueKind == JsonValueKind.Object ? schema.EnumerateObject().SelectMany(keyword => Check(schema, keyword, value, path)) : [];

    private IEnumerable<string> Check(JsonElement schema, JsonProperty keyword, JsonElement value, string path)
    {
        var argument = keyword.Value;
        var isObject = value.ValueKind == JsonValueKind.Object;
        var isArray = value.ValueKind == JsonValueKind.Array;
        return keyword.Name switch
        {
            "$ref" => Check(Resolve(argument.GetString()!), value, path),
            "type" => Expect(Types(argument).Contains(TypeOf(value)) || (Types(argument).Contains("number") && TypeOf(value) == "integer"), path, $"is no {argument}"),
            "enum" => Expect(argument.EnumerateArray().Any(item => JsonElement.DeepEquals(item, value)), path, $"is {value}, which is none of {argument}"),
            "required" => isObject ? argument.EnumerateArray().SelectMany(name => Expect(value.TryGetProperty(name.GetString()!, out _), path, $"lacks {name}")) : [],
            "properties" => isObject ? value.EnumerateObject().SelectMany(member => argument.TryGetProperty(member.Name, out var inner) ? Check(inner, member.Value, $"{path}.{member.Name}") : []) : [],
            "additionalProperties" => isObject ? value.EnumerateObject().Where(member => !IsDeclared(schema, member.Name)).SelectMany(member => Additional(argument, member, path)) : [],
            "items" => isArray ? value.EnumerateArray().SelectMany((item, index) => Check(argument, item, $"{path}[{index}]")) : [],
            "minItems" => isArray ? Expect(value.GetArrayLength() >= argument.GetInt32(), path, $"has fewer than {argument} items") : [],
            "uniqueItems" => isArray && argument.GetBoolean() ? Expect(value.EnumerateArray().Select(item => item.GetRawText()).Distinct().Count() == value.GetArrayLength(), path, "has equal items") : [],
            "minimum" => value.ValueKind == JsonValueKind.Number ? Expect(value.GetDouble() >= argument.GetDouble(), path, $"is less than {argument}") : [],
            "maximum" => value.ValueKind == JsonValueKind.Number ? Expect(value.GetDouble() <= argument.GetDouble(), path, $"is more than {argument}") : [],
            "pattern" => value.ValueKind == JsonValueKind.String ? Expect(Regex.IsMatch(value.GetString()!, argument.GetString()!), path, $"does not match {argument}") : [],
            "anyOf" => Expect(argument.EnumerateArray().Any(choice => !Check(choice, value, path).Any()), path, "fits none of the choices"),
            "oneOf" => Expect(argument.EnumerateArray().Count(choice => !Check(choice, value, path).Any()) == 1, path, "does not fit exactly one of the choices"),
            _ => Expect(s_annotations.Contains(keyword.Name), path, $"cannot be checked: unknown keyword '{keyword.Name}'"),
        };
    }

    private IEnumerable<string> Additional(JsonElement argument, JsonProperty member, string path) =>
        argument.ValueKind == JsonValueKind.False ? [$"{path} has an unknown member '{member.Name}'"] : Check(argument, member.Value, $"{path}.{member.Name}");

    private static bool IsDeclared(JsonElement schema, string name) => schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(name, out _);

    private JsonElement Resolve(string reference) =>
        reference.Split('/').Skip(1).Aggregate(_root, (element, part) => element.GetProperty(part));

    private static IReadOnlyList<string?> Types(JsonElement argument) =>
        argument.ValueKind == JsonValueKind.Array ? [.. argument.EnumerateArray().Select(item => item.GetString())] : [argument.GetString()];

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
        _ => "null",
    };

    private static IEnumerable<string> Expect(bool holds, string path, string problem) => holds ? [] : [$"{path} {problem}"];
}
