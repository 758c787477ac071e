using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Endpoints;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Calls;
using SecurityReview.Analyzers.Taint.Lattice;

namespace SecurityReview.Analyzers.Taint.Query;

/// <summary>
/// Which symbolic origins code outside of this compilation may decide: the search upwards finds what this compilation gives them, and whether that
/// is all that they are given depends on who can reach them.
/// </summary>
/// <param name="wrappers">The parameters that are sinks themselves: what reaches a sink through them unchanged is judged at the callers.</param>
internal sealed class OpenOrigins(Compilation compilation, EntryPoints entryPoints, UpstreamValues upstream, WrapperSet wrappers)
{
    private static readonly ImmutableArray<string> s_settings = ImmutableArray.Create("Options", "Settings", "Setting", "Configuration", "Config");

    /// <summary>In a program nobody calls from outside but the framework, and that by its entry points.</summary>
    private readonly bool _isProgram = compilation.Options.OutputKind is not (OutputKind.DynamicallyLinkedLibrary or OutputKind.NetModule);

    /// <summary>The source that an origin is by itself; null where this compilation says all that it may be.</summary>
    /// <param name="isWhole">Whether the value at the sink is the origin's, unchanged.</param>
    public SourceOrigin? SourceOf(SymbolicOrigin origin, bool isWhole)
    {
        // The name of a parameter is no value of one.
        if (origin.Path?.Slot == "ParameterName")
            return null;
        if (SettingIn(origin) is { } setting)
            return new SourceOrigin(SourceKinds.Setting, $"'{setting}' from the settings", LocationOf(origin.Root));
        switch (origin.Root)
        {
            case IParameterSymbol { ContainingSymbol: IMethodSymbol function } parameter when function.IsNestedFunction():
                return origin.Path is not null || entryPoints.KindOf(function) is not null || upstream.CallsOf(function).Any() ? null : Outside(parameter);
            case IParameterSymbol { ContainingSymbol: IMethodSymbol method } parameter:
                var isJudgedAbove = isWhole && origin.Path is null && wrappers.Contains(parameter);
                return isJudgedAbove || entryPoints.KindOf(method) is not null || IsGivenHere(method, origin.Path) ? null : Outside(parameter);
            case IFieldSymbol or IPropertySymbol when origin.Root.IsStatic:
                return IsSetOutside(origin.Root) ? Outside(origin.Root) : null;
            default:
                return origin is { IsInstance: true, Path: { } path } && InstanceMembers.Named(origin.Root.ContainingType, path.Slots.First()) is { } member and not IParameterSymbol && IsSetOutside(member)
                    ? Outside(member)
                    : null;
        }
    }

    /// <summary>
    /// Whether every caller is in this compilation. Where none is seen, nobody calls what is private; what a container makes it gives services to, and
    /// no text; and anything else is called in a way that is not seen.
    /// </summary>
    private bool IsGivenHere(IMethodSymbol method, AccessPath? path)
    {
        if (!upstream.CallsOf(method).Any())
            return method.DeclaredAccessibility == Accessibility.Private || (method.MethodKind == MethodKind.Constructor && path is not null);
        return CallTargets.DeclarationsOf(method).All(IsCalledHereOnly);
    }

    private bool IsCalledHereOnly(IMethodSymbol declared) =>
        declared.HasSource() && (_isProgram || !IsVisible(declared) || declared.DeclaredAccessibility is Accessibility.Protected or Accessibility.ProtectedOrInternal);

    private bool IsSetOutside(ISymbol member) => !_isProgram && member switch
    {
        IFieldSymbol field => !field.IsReadOnly && IsVisible(field),
        IPropertySymbol { SetMethod: { } setter } => IsVisible(setter),
        _ => false,
    };

    private static bool IsVisible(ISymbol symbol)
    {
        for (var current = symbol; current is not null and not INamespaceSymbol; current = current.ContainingSymbol)
        {
            if (current.DeclaredAccessibility is Accessibility.Private or Accessibility.Internal or Accessibility.ProtectedAndInternal)
                return false;
        }

        return true;
    }

    /// <summary>The member of a class of settings, or of what holds one, that an origin is; null if it is none.</summary>
    private static string? SettingIn(SymbolicOrigin origin)
    {
        var slots = origin.Path?.Slots.ToImmutableArray() ?? ImmutableArray<string>.Empty;
        var type = origin.IsInstance ? origin.Root.ContainingType : TypeOf(origin.Root);
        foreach (var slot in slots)
        {
            if (IsSettings(type))
                return slots[slots.Length - 1];
            type = InstanceMembers.Named(type as INamedTypeSymbol, slot) is { } member ? TypeOf(member) : null;
        }

        return null;
    }

    private static bool IsSettings(ITypeSymbol? type) =>
        type is not null && (s_settings.Any(suffix => type.Name.EndsWith(suffix, StringComparison.Ordinal)) || type.Name is "IOptions" or "IOptionsMonitor" or "IOptionsSnapshot");

    private static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        ILocalSymbol local => local.Type,
        _ => null,
    };

    private static SourceOrigin Outside(ISymbol given) => new(SourceKinds.Unknown, $"'{given.Name}'", LocationOf(given));

    private static Location LocationOf(ISymbol symbol) => symbol.Locations.FirstOrDefault() ?? Location.None;
}
