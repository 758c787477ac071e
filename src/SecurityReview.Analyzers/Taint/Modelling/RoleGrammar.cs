using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Taint.Modelling;

/// <summary>What a row of a role may say in its other columns.</summary>
/// <param name="Name">The role as it is written.</param>
/// <param name="Role">The role.</param>
/// <param name="Kinds">What may stand in the first column.</param>
/// <param name="Symbols">The prefixes of the ids that a row of the role can speak of.</param>
/// <param name="Places">The roots of the places that it can name; empty for the role that says ways instead.</param>
/// <param name="HasSteps">Whether a place may go on into what is there: <c>this[]</c>.</param>
internal sealed record RoleGrammar(string Name, ModelRole Role, ImmutableArray<string> Kinds, string Symbols, ImmutableArray<PlaceRoot> Places, bool HasSteps = false)
{
    private static readonly ImmutableArray<string> s_text = ImmutableArray.Create("text");

    private static readonly ImmutableSortedDictionary<string, RoleGrammar> s_byName = ImmutableArray.Create(
        new RoleGrammar("source", ModelRole.Source, SourceKindNames.All, "MPFAT", ImmutableArray.Create(PlaceRoot.Return, PlaceRoot.Parameter)),
        new RoleGrammar("entry", ModelRole.Entry, SourceKindNames.All, "MTA", ImmutableArray.Create(PlaceRoot.Parameter, PlaceRoot.AnyArgument)),
        new RoleGrammar("sink", ModelRole.Sink, SinkKindNames.All, "MP", ImmutableArray.Create(PlaceRoot.Parameter, PlaceRoot.AnyArgument)),
        new RoleGrammar("passes", ModelRole.Passes, s_text, "MP", ImmutableArray<PlaceRoot>.Empty, HasSteps: true),
        new RoleGrammar("sanitizer", ModelRole.Sanitizer, SinkKindNames.All, "MP", ImmutableArray.Create(PlaceRoot.Return, PlaceRoot.Parameter)),
        new RoleGrammar("validator", ModelRole.Validator, SinkKindNames.All, "MP", ImmutableArray.Create(PlaceRoot.Parameter, PlaceRoot.This, PlaceRoot.AnyArgument)),
        new RoleGrammar("clears", ModelRole.Clears, s_text, "M", ImmutableArray.Create(PlaceRoot.This, PlaceRoot.Parameter), HasSteps: true))
        .ToImmutableSortedDictionary(grammar => grammar.Name, grammar => grammar, StringComparer.Ordinal);

    private static readonly ImmutableArray<(char Prefix, string Words)> s_symbols =
        ImmutableArray.Create(('M', "methods and constructors (M:)"), ('P', "properties (P:)"), ('F', "fields (F:)"), ('T', "types (T:)"), ('A', "attributes (A:)"));

    /// <summary>The names of all roles.</summary>
    public static IEnumerable<string> Names => s_byName.Keys;

    /// <summary>The grammar of a role; null if there is no such role.</summary>
    public static RoleGrammar? Of(string name) => s_byName.TryGetValue(name, out var grammar) ? grammar : null;

    /// <summary>Why a word cannot be the kind of a row of this role; empty if it can.</summary>
    public string Reject(string kind) =>
        Kinds.Contains(kind) ? "" : $"'{kind}' is no kind for the role '{Name}'; accepted: {string.Join(", ", Kinds)}";

    /// <summary>Why a row of this role cannot speak of a symbol; empty if it can.</summary>
    public string Reject(ModelSymbol symbol) =>
        Symbols.IndexOf(symbol.Prefix) >= 0
            ? Role == ModelRole.Entry && symbol.IsPrefix ? "An entry names one method" : ""
            : $"A row of the role '{Name}' does not speak of symbols with '{symbol.Prefix}:'; accepted: " +
                string.Join(", ", s_symbols.Where(pair => Symbols.IndexOf(pair.Prefix) >= 0).Select(pair => pair.Words));

    /// <summary>Why a row of this role cannot name a place of a symbol; empty if it can.</summary>
    /// <param name="text">The place as it is written.</param>
    /// <param name="place">What was read of it; null if it is no place at all.</param>
    /// <param name="symbol">What the row speaks of.</param>
    public string Reject(string text, ModelPlace? place, ModelSymbol symbol)
    {
        var only = OnlyPlaces(symbol);
        var isAccepted = place is not null && (only.IsEmpty ? Places.Contains(place.Root) && (HasSteps || place.IsWhole) : only.Contains(place.ToString()));
        return isAccepted
            ? ""
            : $"'{text}' is no place of a '{Name}' row for '{symbol.Prefix}:'; accepted: {(only.IsEmpty ? string.Join(", ", Places.Select(Words)) + Steps : string.Join(", ", only))}";
    }

    private string Steps => HasSteps ? ", also with steps such as '[]'" : "";

    /// <summary>The places that a property, a field, a type or an attribute has for a role; empty where every root of the role is one.</summary>
    private ImmutableArray<string> OnlyPlaces(ModelSymbol symbol) => (symbol.Prefix, Role) switch
    {
        ('A', ModelRole.Entry) => ImmutableArray.Create(PlaceParser.AnyArgument),
        ('T', ModelRole.Entry) => ImmutableArray.Create(PlaceParser.AnyArgument, EntryRowPlaces.Others),
        ('A', _) => ImmutableArray.Create(EntryRowPlaces.Parameter, EntryRowPlaces.Property),
        ('T', ModelRole.Source) or ('P' or 'F', ModelRole.Source or ModelRole.Sanitizer) => ImmutableArray.Create(PlaceParser.Return),
        ('P', ModelRole.Sink) => ImmutableArray.Create("value"),
        ('P', ModelRole.Validator) => ImmutableArray.Create(PlaceParser.This),
        _ => ImmutableArray<string>.Empty,
    };

    private static string Words(PlaceRoot root) => root switch
    {
        PlaceRoot.Return => PlaceParser.Return,
        PlaceRoot.This => PlaceParser.This,
        PlaceRoot.AnyArgument => PlaceParser.AnyArgument,
        _ => "the name of a parameter",
    };
}
