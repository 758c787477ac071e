using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.Sql;
using SecurityReview.Analyzers.Sql.Composition;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.Modelling;
using SecurityReview.Analyzers.Taint.Query;

namespace SecurityReview.Analyzers.DataAccess.Judgement;

/// <summary>
/// Judges the texts that are given to the database, each once for all rules, and says the most specific that can be said, whether or not that rule is
/// enabled: that a source is proven; else that SQL inside the text is put together, and what is wrong at single places of it; else that some of it is not known to be the program's own. A rule
/// reports the flaws with its own id. A further rule joins by the flaws that it adds in <see cref="FlawAt"/> for a place of the text, or in
/// <see cref="Judge"/> before the others for the text as a whole.
/// </summary>
internal sealed class SqlTextJudge
{
    private readonly ConditionalWeakTable<SyntaxNode, StrongBox<TaintAnswer>> _injections = new();
    private readonly ConditionalWeakTable<SyntaxNode, StrongBox<ImmutableArray<SqlTextFlaw>>> _flaws = new();
    private readonly TaintEngine _engine;

    private SqlTextJudge(TaintEngine engine, KnownTypes types)
    {
        _engine = engine;
        Sinks = new TextSinks(engine, types, SinkKindNames.Sql);
        Words = BodyWords.FoundBy(types, cancellation => engine.WordsFor(Sinks, cancellation)).OrConstructions(types);
    }

    /// <summary>The words without one of which a body gives no text to the database.</summary>
    public BodyWords Words { get; }

    /// <summary>Finds the texts.</summary>
    public TextSinks Sinks { get; }

    /// <summary>The judge of a compilation under the model files that its options hold.</summary>
    public static SqlTextJudge Of(KnownTypes types, AnalyzerOptions options, CancellationToken cancellation) =>
        types.Fact(static _ => new ConditionalWeakTable<TaintEngine, SqlTextJudge>())
            .GetValue(TaintEngine.Of(types, options, cancellation), engine => new SqlTextJudge(engine, types));

    /// <summary>The flow from an untrusted source into a text; null where none is known.</summary>
    public TaintFlow? InjectionInto(OperationContext context, IOperation text) => AskAbout(context, text).Flow;

    /// <summary>The same, or what kept it from being found.</summary>
    public TaintAnswer AskAbout(OperationContext context, IOperation text)
    {
        var value = text.Unwrap();
        if (!_injections.TryGetValue(value.Syntax, out var known))
            known = Kept(_injections, value.Syntax, Ask(context, value.Syntax, UntrustedKinds.Of(context.Options, context.Operation.Syntax.SyntaxTree)));
        return known.Value;
    }

    /// <summary>What is wrong with a text that is not constant: of each rule the first, none of a rule that a more specific one speaks for.</summary>
    public ImmutableArray<SqlTextFlaw> Judge(OperationContext context, IOperation text)
    {
        var value = text.Unwrap();
        if (!_flaws.TryGetValue(value.Syntax, out var known))
            known = Kept(_flaws, value.Syntax, FlawsOf(context, text, value));
        return known.Value;
    }

    private ImmutableArray<SqlTextFlaw> FlawsOf(OperationContext context, IOperation text, IOperation value)
    {
        if (InjectionInto(context, text) is { } injection)
            return ImmutableArray.Create(new SqlTextFlaw(RuleIds.SqlInjection, injection.Source.Description, injection.Path));
        var flaws = new List<SqlTextFlaw>();
        if (NestedSql.FlawOf(context, value) is { } nested)
            flaws.Add(nested);
        if (Ask(context, value.Syntax, SourceKinds.Open).Flow is not { } open || StoredProcedures.IsNamedBy(context.Operation, text))
            return flaws.ToImmutableArray();
        var areOthersOpen = true;
        if (value.Syntax is ExpressionSyntax expression && value.SemanticModel is { } model && SqlTextReading.Read(expression, model, context) is { } composition)
        {
            // What a place of its own is found for explains why the text is not constant.
            var holes = composition.Holes.Where(hole => !composition.Text.Hole(hole.Index).IsChoice).ToList();
            flaws.AddRange(holes.Select(hole => FlawAt(context, composition, hole, model)).OfType<SqlTextFlaw>());
            areOthersOpen = holes.Count == 0 || holes.Any(hole => IsJudgedAsWhole(hole, composition) && OpenFlowOf(context, composition.Text.Hole(hole.Index)) is not null);
        }

        if (flaws.Count == 0 && areOthersOpen)
            flaws.Add(new SqlTextFlaw(RuleIds.NonConstantSql, open.Source.Description, open.Path));
        return flaws.GroupBy(static flaw => flaw.RuleId).Select(static same => same.First()).ToImmutableArray();
    }

    /// <summary>The places of names and keywords in a text that are not known to be the program's own: where their expressions start in the file.</summary>
    public ImmutableArray<int> OpenNamesIn(OperationContext context, IOperation text)
    {
        var value = text.Unwrap();
        if (value.Syntax is not ExpressionSyntax expression || value.SemanticModel is not { } model || SqlTextReading.Read(expression, model, context) is not { } composition)
            return ImmutableArray<int>.Empty;
        return composition.Holes.Where(hole => SqlTextReading.IsIdentifier(hole, composition)).Select(hole => composition.Text.Hole(hole.Index))
            .Where(piece => !piece.IsChoice && OpenFlowOf(context, piece) is not null).Select(static piece => piece.Expression.SpanStart).ToImmutableArray();
    }

    /// <summary>Keeps an answer; who comes second takes what the first one kept.</summary>
    private static StrongBox<T> Kept<T>(ConditionalWeakTable<SyntaxNode, StrongBox<T>> table, SyntaxNode key, T answer) =>
        table.GetValue(key, _ => new StrongBox<T>(answer));

    private static bool IsJudgedAsWhole(SqlHole hole, SqlComposition composition) => !SqlTextReading.IsIdentifier(hole, composition) && !SqlTextReading.IsList(hole, composition);

    /// <summary>What is wrong at one place of a text.</summary>
    private SqlTextFlaw? FlawAt(OperationContext context, SqlComposition composition, SqlHole hole, SemanticModel model)
    {
        var piece = composition.Text.Hole(hole.Index);
        if (SqlTextReading.IsIdentifier(hole, composition))
            return Flaw(RuleIds.DynamicIdentifier, QuotedNames.IsHarmless);
        return SqlTextReading.IsList(hole, composition) && ListOfTexts.Makes(piece, hole.Context == SqlValueContext.InElement, model, context.CancellationToken) ? Flaw(RuleIds.ConcatenatedList) : null;

        SqlTextFlaw? Flaw(string id, Func<TaintFlow, bool>? isHarmless = null) =>
            OpenFlowOf(context, piece, isHarmless) is { } open ? new SqlTextFlaw(id, SubjectOf(piece), open.Path) : null;
    }

    private TaintFlow? OpenFlowOf(OperationContext context, HolePiece piece, Func<TaintFlow, bool>? isHarmless = null) =>
        Ask(context, piece.Expression, SourceKinds.Open, piece.Type?.SpecialType != SpecialType.System_String, isHarmless).Flow;

    private static string SubjectOf(HolePiece piece)
    {
        var text = piece.Expression.ToString();
        return text.Length > 40 || text.Contains("\n") ? "A part" : $"'{text}'";
    }

    private TaintAnswer Ask(OperationContext context, SyntaxNode expression, SourceKinds kinds, bool withContent = false, Func<TaintFlow, bool>? isHarmless = null)
    {
        var query = new TaintQuery(kinds, SinkKindNames.Sql, withContent, context.Operation is ICompoundAssignmentOperation, IsHarmless: isHarmless);
        return _engine.Ask(context.GetControlFlowGraph(), context.ContainingSymbol, expression, query, context.CancellationToken, Sinks);
    }
}
