using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.Endpoints.Authorization;

/// <summary>What the conventions of Razor Pages say: <c>AuthorizeFolder("/Admin", "policy")</c>, <c>AllowAnonymousToPage("/Index")</c>. One per compilation.</summary>
internal sealed class PageConventions
{
    private static readonly string[] s_names =
    [
        "AuthorizePage", "AuthorizeFolder", "AuthorizeAreaPage", "AuthorizeAreaFolder",
        "AllowAnonymousToPage", "AllowAnonymousToFolder", "AllowAnonymousToAreaPage", "AllowAnonymousToAreaFolder",
    ];

    private readonly Lazy<ImmutableArray<Convention>> _conventions;
    private readonly Policies _policies;

    private PageConventions(KnownTypes types)
    {
        _policies = Policies.Of(types);
        _conventions = new(() => NamedCalls.In(types.Compilation, s_names).Select(call => Read(call, types.Compilation)).ToImmutableArray());
    }

    public static PageConventions Of(KnownTypes types) => types.Fact(static known => new PageConventions(known));

    /// <summary>What the conventions say of a page.</summary>
    /// <param name="page">The model of the page.</param>
    /// <param name="isClear">False where some convention may apply or not: a path is not known.</param>
    public ImmutableArray<AuthorizationDemand> Of(INamedTypeSymbol page, out bool isClear)
    {
        isClear = true;
        if (_conventions.Value.IsEmpty)
            return ImmutableArray<AuthorizationDemand>.Empty;
        var path = PagePath.Of(page);
        isClear = _conventions.Value.All(static convention => convention.Target is not null) && path is not null;
        return _conventions.Value.Where(convention => convention.AppliesTo(path)).Select(static convention => convention.Demand).ToImmutableArray();
    }

    private Convention Read(InvocationExpressionSyntax call, Compilation compilation)
    {
        var name = ((MemberAccessExpressionSyntax)call.Expression).Name.Identifier.ValueText;
        var model = ForeignModels.Of(compilation, call.SyntaxTree);
        var arguments = call.ArgumentList.Arguments.Select(argument => model.GetConstantValue(argument.Expression).Value as string).ToList();
        var hasArea = name.Contains("Area");
        var demand = new AuthorizationDemand(name + call.ArgumentList, call.GetLocation()) { Allows = name.StartsWith("Allow", StringComparison.Ordinal) };
        if (!demand.Allows)
            demand = DemandReader.With(demand, arguments.ElementAtOrDefault(hasArea ? 2 : 1) is { } policy ? _policies.Named(policy) : _policies.Default);
        return new Convention(hasArea ? arguments.FirstOrDefault() ?? "?" : "", arguments.ElementAtOrDefault(hasArea ? 1 : 0), name.EndsWith("Folder", StringComparison.Ordinal), demand);
    }

    /// <param name="Target">The page or folder; null where it is no constant.</param>
    private sealed record Convention(string Area, string? Target, bool IsFolder, AuthorizationDemand Demand)
    {
        public bool AppliesTo(PagePath? page)
        {
            if (Target is null)
                return false;
            if (page is null)
                return IsFolder && Area.Length == 0 && Target.Trim('/').Length == 0 && !Demand.Allows;
            return IsFolder ? page.IsIn(Area, Target) : page.Is(Area, Target);
        }
    }
}
