using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.Options;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.Modelling;
using SecurityReview.Analyzers.Taint.Query;

namespace SecurityReview.Analyzers.DataAccess.Judgement;

/// <summary>
/// Judges the texts that are given to the database, each once for all rules, and says the most specific that can be said, whether or not that rule is
/// enabled: that a source is proven; else what is wrong at single places of the text; else that some of it is not known to be the program's own. A rule
/// reports the flaws with its own id. A further rule joins by the flaw that it adds in <see cref="FlawsOf"/>: before what it is more specific than.
/// </summary>
internal sealed class SqlTextJudge
{
    private readonly ConditionalWeakTable<SyntaxNode, StrongBox<TaintFlow?>> _injections = new();
    private readonly ConditionalWeakTable<SyntaxNode, StrongBox<ImmutableArray<SqlTextFlaw>>> _flaws = new();
    private readonly TaintEngine _engine;

    private SqlTextJudge(TaintEngine engine, KnownTypes types)
    {
        _engine = engine;
        Sinks = new SqlSinks(engine, types);
        Words = BodyWords.FoundBy(cancellation => engine.NamesOf(Sinks, cancellation)).OrConstructions(types);
    }

    /// <summary>The words without one of which a body gives no text to the database.</summary>
    public BodyWords Words { get; }

    /// <summary>Finds the texts.</summary>
    public SqlSinks Sinks { get; }

    /// <summary>The judge of a compilation under the model files that its options hold.</summary>
    public static SqlTextJudge Of(KnownTypes types, AnalyzerOptions options, CancellationToken cancellation) =>
        types.Fact(static _ => new ConditionalWeakTable<TaintEngine, SqlTextJudge>())
            .GetValue(TaintEngine.Of(types, options, cancellation), engine => new SqlTextJudge(engine, types));

    /// <summary>The flow from an untrusted source into a text; null where none is known.</summary>
    public TaintFlow? InjectionInto(OperationContext context, IOperation text)
    {
        var value = text.Unwrap();
        if (!_injections.TryGetValue(value.Syntax, out var known))
            known = Kept(_injections, value.Syntax, FlowInto(context, value.Syntax, KindsOf(context)));
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
        if (FlowInto(context, value.Syntax, SourceKinds.Open) is not { } open || StoredProcedures.IsNamedBy(context.Operation, text))
            return ImmutableArray<SqlTextFlaw>.Empty;
        return ImmutableArray.Create(new SqlTextFlaw(RuleIds.NonConstantSql, open.Source.Description, open.Path));
    }

    /// <summary>Keeps an answer; who comes second takes what the first one kept.</summary>
    private static StrongBox<T> Kept<T>(ConditionalWeakTable<SyntaxNode, StrongBox<T>> table, SyntaxNode key, T answer) =>
        table.GetValue(key, _ => new StrongBox<T>(answer));

    private TaintFlow? FlowInto(OperationContext context, SyntaxNode expression, SourceKinds kinds)
    {
        var query = new TaintQuery(kinds, SinkKindNames.Sql, IsPart: context.Operation is ICompoundAssignmentOperation);
        return _engine.FlowInto(context.GetControlFlowGraph(), context.ContainingSymbol, expression, query, context.CancellationToken, Sinks);
    }

    /// <summary>The kinds of sources that the options of the file call untrusted.</summary>
    private static SourceKinds KindsOf(OperationContext context) =>
        context.Options.Get(ReviewOptions.ThreatModels, context.Operation.Syntax.SyntaxTree).Aggregate(SourceKinds.None, static (kinds, model) => kinds | model switch
        {
            ThreatModel.Remote => SourceKinds.Remote,
            ThreatModel.Response => SourceKinds.Response,
            ThreatModel.Local => SourceKinds.Local,
            ThreatModel.Database => SourceKinds.Database,
            _ => SourceKinds.None,
        });
}
