using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.Endpoints;

/// <summary>The HTTP methods by which an endpoint is called.</summary>
internal static class HttpVerbs
{
    private static readonly Dictionary<string, string> s_attributes = new(StringComparer.Ordinal)
    {
        ["HttpGetAttribute"] = "GET", ["HttpHeadAttribute"] = "HEAD", ["HttpOptionsAttribute"] = "OPTIONS",
        ["HttpPostAttribute"] = "POST", ["HttpPutAttribute"] = "PUT", ["HttpPatchAttribute"] = "PATCH", ["HttpDeleteAttribute"] = "DELETE",
    };

    private static readonly string[] s_words = ["Get", "Head", "Options", "Post", "Put", "Patch", "Delete"];

    /// <summary>Whether a verb is there to change something.</summary>
    public static bool Changes(string verb) => verb.ToUpperInvariant() is "POST" or "PUT" or "PATCH" or "DELETE";

    /// <summary>The verbs of an action; empty where any is let through.</summary>
    public static ImmutableArray<string> OfAction(IMethodSymbol action)
    {
        for (var method = action; method is not null; method = method.OverriddenMethod)
        {
            var verbs = method.GetAttributes().SelectMany(static attribute => Of(attribute)).ToImmutableArray();
            if (!verbs.IsEmpty)
                return verbs;
        }

        // Web API goes by the name, and takes POST where that says nothing.
        return action.ContainingType.SelfAndBaseTypes().Any(static type => type.Name == "ApiController" && type.ContainingNamespace.IsNamed("System", "Web", "Http"))
            ? ImmutableArray.Create(s_words.FirstOrDefault(word => action.Name.StartsWith(word, StringComparison.OrdinalIgnoreCase))?.ToUpperInvariant() ?? "POST")
            : ImmutableArray<string>.Empty;
    }

    /// <summary>The verb of a page handler: <c>OnPostSaveAsync</c>.</summary>
    public static string OfPageHandler(IMethodSymbol handler) =>
        s_words.FirstOrDefault(word => handler.Name.StartsWith("On" + word, StringComparison.Ordinal))?.ToUpperInvariant() ?? "GET";

    /// <summary>The verbs of a <c>Map…</c> call; empty where any is let through, null where the call maps no verb.</summary>
    public static ImmutableArray<string>? OfMapping(string name, IInvocationOperation call) => name switch
    {
        "MapGet" or "MapPost" or "MapPut" or "MapPatch" or "MapDelete" => ImmutableArray.Create(name.Substring("Map".Length).ToUpperInvariant()),
        "MapMethods" => call.ArgumentFor("httpMethods") is { } methods
            ? methods.Descendants().Select(static part => part.ConstantValue is { HasValue: true, Value: string verb } ? verb.ToUpperInvariant() : null).OfType<string>().Distinct().ToImmutableArray()
            : ImmutableArray<string>.Empty,
        "Map" => ImmutableArray<string>.Empty,
        _ => null,
    };

    private static IEnumerable<string> Of(AttributeData attribute)
    {
        if (attribute.AttributeClass is not { } type)
            return [];
        if (type.Name == "AcceptVerbsAttribute")
        {
            return attribute.ConstructorArguments.SelectMany(static argument => argument.Kind == TypedConstantKind.Array ? argument.Values : ImmutableArray.Create(argument))
                .Select(static verb => verb.Value as string ?? (verb.Value is int ? "POST" : null)).OfType<string>().Select(static verb => verb.ToUpperInvariant());
        }

        return type.SelfAndBaseTypes().Select(static current => s_attributes.TryGetValue(current.Name, out var verb) ? verb : null).OfType<string>().Take(1);
    }
}
