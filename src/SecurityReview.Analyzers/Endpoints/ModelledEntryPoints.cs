using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Modelling;

namespace SecurityReview.Analyzers.Endpoints;

/// <summary>
/// The entry points that rows of the models describe: implementations of a handler interface, methods of a base class, methods and parameters
/// with an attribute, methods that take a context. Rows about libraries that the compilation does not have are dropped at the start.
/// </summary>
internal sealed class ModelledEntryPoints
{
    private readonly ILookup<string, ModelRow> _methods;
    private readonly ImmutableArray<Entry> _baseTypes;
    private readonly ImmutableArray<Entry> _contexts;
    private readonly ImmutableArray<Entry> _methodAttributes;
    private readonly ImmutableArray<Entry> _parameterAttributes;
    private readonly ServerParameters _server;

    public ModelledEntryPoints(KnownTypes types, ModelSet models)
    {
        _methods = models.EntryRows.Where(row => row.Symbol.Prefix == 'M' && types[row.Symbol.Type] is not null)
            .ToLookup(row => row.Symbol.Member, StringComparer.Ordinal);
        _baseTypes = Resolve(models, types, ModelRole.Entry, 'T', PlaceParser.AnyArgument);
        _contexts = Resolve(models, types, ModelRole.Entry, 'T', EntryRowPlaces.Others);
        _methodAttributes = Resolve(models, types, ModelRole.Entry, 'A', PlaceParser.AnyArgument);
        _parameterAttributes = Resolve(models, types, ModelRole.Source, 'A', EntryRowPlaces.Parameter);
        _server = new ServerParameters(types);
    }

    /// <summary>The row that an attribute of the parameter itself has; null if none.</summary>
    public ModelRow? ByAttribute(IParameterSymbol parameter) => AttributeOf(_parameterAttributes, parameter);

    /// <summary>The row by which a remote caller, or whoever the row names, chooses the parameter; null if none does.</summary>
    public ModelRow? RowOf(IParameterSymbol parameter, IMethodSymbol method)
    {
        if (method.MethodKind is not (MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation) || method.IsGenericMethod)
            return null;
        var declarations = method.SelfAndDeclarations().ToList();
        if (ByMethod(parameter, declarations) is { } row)
            return row;
        return _server.Provides(parameter) ? null : ByType(parameter, method) ?? ByMethodAttribute(method, declarations);
    }

    private ModelRow? ByMethod(IParameterSymbol parameter, List<IMethodSymbol> declarations) =>
        (from declaration in declarations
         from row in _methods[declaration.Name]
         where row.Symbol.Matches(declaration)
         where row.Places.Any(place => place.Names(declaration.Parameters[parameter.Ordinal]))
         select row).FirstOrDefault();

    private ModelRow? ByType(IParameterSymbol parameter, IMethodSymbol method)
    {
        if (method is not { DeclaredAccessibility: Accessibility.Public })
            return null;
        if (method is { IsStatic: false, IsOverride: false } && _baseTypes.FirstOrDefault(entry => method.ContainingType.IsOrInherits(entry.Type)) is { } derived)
            return derived.Row;
        return _contexts.FirstOrDefault(entry => !parameter.Type.IsOrInherits(entry.Type) && method.Parameters.Any(other => other.Type.IsOrInherits(entry.Type)))?.Row;
    }

    private ModelRow? ByMethodAttribute(IMethodSymbol method, List<IMethodSymbol> declarations) =>
        declarations.Select(declaration => AttributeOf(_methodAttributes, declaration)).FirstOrDefault(row => row is not null) ??
        (method.DeclaredAccessibility == Accessibility.Public ? AttributeOf(_methodAttributes, method.ContainingType) : null);

    private static ModelRow? AttributeOf(ImmutableArray<Entry> entries, ISymbol symbol) =>
        entries.IsEmpty
            ? null
            : symbol.GetAttributes().Select(data => entries.FirstOrDefault(entry => data.AttributeClass.IsOrInherits(entry.Type))?.Row).FirstOrDefault(row => row is not null);

    private static ImmutableArray<Entry> Resolve(ModelSet models, KnownTypes types, ModelRole role, char prefix, string place) =>
        (from row in models.EntryRows
         where row.Role == role && row.Symbol.Prefix == prefix && row.Has(place)
         let type = types[row.Symbol.Type]
         where type is not null
         select new Entry(type, row)).ToImmutableArray();

    private sealed record Entry(INamedTypeSymbol Type, ModelRow Row);
}
