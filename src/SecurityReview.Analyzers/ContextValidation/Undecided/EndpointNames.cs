using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Endpoints;
using SecurityReview.Analyzers.Endpoints.Authorization;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ContextValidation.Undecided;

/// <summary>The names of an endpoint: of its method and type, and its route. They tell what anybody must be able to call.</summary>
internal static class EndpointNames
{
    private static readonly string[] s_suffixes = ["Controller", "Model", "Hub", "Service", "Endpoints", "Endpoint", "PageModel"];

    /// <summary>First words of names behind which nothing is changed.</summary>
    private static readonly HashSet<string> s_reading = new(StringComparer.OrdinalIgnoreCase)
    {
        "search", "query", "filter", "lookup", "find", "calculate", "compute", "preview", "validate", "estimate", "convert", "echo", "get", "list", "count", "check", "render", "parse", "simulate",
    };

    /// <summary>The names of a method of a controller, page, hub or service.</summary>
    public static ImmutableArray<string> Of(IMethodSymbol endpoint, EndpointKind kind)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        names.Add(kind == EndpointKind.PageHandler ? endpoint.Name.Substring(2) : endpoint.Name);
        names.Add(WithoutSuffix(endpoint.ContainingType.Name));
        foreach (var attribute in endpoint.GetAttributes().Concat(endpoint.ContainingType.GetAttributes()))
        {
            if (attribute.AttributeClass is { } type && (type.Name.StartsWith("Http", StringComparison.Ordinal) || type.Name is "RouteAttribute" or "AreaAttribute" or "ActionNameAttribute"))
                names.AddRange(attribute.ConstructorArguments.Select(static argument => argument.Kind == TypedConstantKind.Primitive ? argument.Value as string : null).OfType<string>());
        }

        if (kind == EndpointKind.PageHandler && PagePath.Of(endpoint.ContainingType) is { } path)
            names.Add(path.Path);
        return names.ToImmutable();
    }

    /// <summary>The names of a mapped route.</summary>
    public static ImmutableArray<string> Of(string route, IMethodSymbol? handler)
    {
        var named = handler is { MethodKind: not MethodKind.AnonymousFunction };
        return named ? ImmutableArray.Create(handler!.Name, WithoutSuffix(handler.ContainingType.Name), route) : ImmutableArray.Create(route);
    }

    /// <summary>Whether one of the names has a word of a list, or two or three that make one: <c>SignIn</c> is signin.</summary>
    public static bool Have(IEnumerable<string> names, ImmutableArray<string> words) => names.Any(name =>
    {
        var parts = NameWords.Of(name);
        for (var i = 0; i < parts.Length; i++)
        {
            var joined = "";
            for (var j = i; j < parts.Length && j < i + 3; j++)
            {
                joined += parts[j];
                if (words.Contains(joined, StringComparer.OrdinalIgnoreCase))
                    return true;
            }
        }

        return false;
    });

    /// <summary>Whether the method, or the last part of the route, is called after reading.</summary>
    public static bool AreOfReading(IEnumerable<string> names) => names.Any(static name =>
        NameWords.Of(name.Contains('/') ? LastPart(name) : name) is { IsEmpty: false } words && (s_reading.Contains(words[0]) || (words.Length > 1 && words[0] == "Post" && s_reading.Contains(words[1]))));

    private static string LastPart(string route) => route.Split('/').LastOrDefault(static part => part.Length > 0 && part[0] != '{') ?? "";

    private static string WithoutSuffix(string name)
    {
        var suffix = s_suffixes.FirstOrDefault(item => name.EndsWith(item, StringComparison.Ordinal) && name.Length > item.Length);
        return suffix is null ? name : name.Substring(0, name.Length - suffix.Length);
    }
}
