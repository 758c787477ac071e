using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Endpoints;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Calls;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.Modelling;
using SecurityReview.Analyzers.Taint.Names;
using SecurityReview.Analyzers.Taint.Relevance;

namespace SecurityReview.Analyzers.Taint.Query;

/// <summary>
/// Makes the set of wrappers, upwards from the sinks: where the value at a sink is a parameter as it was passed, the parameter is a sink, and the
/// callers of its method are looked at next. No called method is looked into for that: what one returns is not what was passed, or if it is, the sink is
/// judged where it stands instead of where the method is called.
/// </summary>
/// <param name="session">A session that looks into nearby code.</param>
internal sealed class WrapperSearch(QuerySession session, ModelSet models, ISinkFinder sinks)
{
    private readonly HashSet<IParameterSymbol> _found = new(SymbolEqualityComparer.Default);
    private readonly HashSet<IParameterSymbol> _indirect = new(SymbolEqualityComparer.Default);
    private readonly HashSet<SymbolicOrigin> _seen = new();
    private readonly Queue<IParameterSymbol> _pending = new();
    private readonly HandedTypes _handed = new(session.Types.Compilation);
    private readonly CallerSearch _callers = new(session);
    private readonly NamedReceivers _receivers = NamedReceivers.Of(session.Types);
    private readonly NamespaceReach _reach = NamespaceReach.Of(session.Types);
    private readonly WriterSearch _writers = new(session);
    private readonly EntryPoints _entryPoints = EntryPoints.Of(session.Types, models);

    public WrapperSet Find()
    {
        foreach (var body in BodiesWithSinks())
            LookAt(body);
        while (_pending.Count > 0)
        {
            var parameter = _pending.Dequeue();
            foreach (var call in _callers.CallsHandingOn((IMethodSymbol)parameter.ContainingSymbol).ToList())
            {
                if (parameter.Ordinal < call.Arguments.Length)
                    Note(call.Arguments[parameter.Ordinal]);
                if (!call.IsDirect)
                    _indirect.Add(parameter.OriginalDefinition);
            }
        }

        return new WrapperSet(_found, _indirect);
    }

    private IEnumerable<SyntaxNode> BodiesWithSinks() =>
        sinks.NamesIn(session.Cancellation).GroupBy(static name => name.Name, StringComparer.Ordinal)
            .SelectMany(names => session.Names.IdentifiersOf(names.Key, tree => names.Any(name => MayKnow(tree, name)), session.Cancellation).Where(token => names.Any(name => MayName(token, name))))
            .Select(static token => token.Parent is null ? null : BodyDeclarations.Around(token.Parent))
            .OfType<SyntaxNode>().Where(sinks.MayStandIn).Distinct().ToList();

    /// <summary>Whether something that may be given, unchanged, is handed over there to the member.</summary>
    private bool MayName(SyntaxToken token, MemberName member) =>
        MayKnow(token.SyntaxTree!, member) &&
        SinkSyntax.MayHandOver(token, member.IsType) &&
        (member.IsType || _receivers.MayHave((SimpleNameSyntax)token.Parent!, ImmutableArray.Create(member.Type), member.Receivers, session.Cancellation));

    private bool MayKnow(SyntaxTree tree, MemberName member) =>
        (member.Word.Namespace is null || _reach.Includes(tree, member.Word.Namespace, session.Cancellation)) &&
        (member.Holder is null || TreeNames.Of(tree, session.Cancellation).MayHave(member.Holder));

    private void LookAt(SyntaxNode body)
    {
        session.Cancellation.ThrowIfCancellationRequested();
        if (session.GraphOf(body) is not { } graph)
            return;
        var values = graph.OriginalOperation.DescendantsAndSelf()
            .Where(static operation => operation is not ICompoundAssignmentOperation)
            .SelectMany(sinks.ValuesIn).Select(static value => value.Unwrap()).Where(static value => !value.ConstantValue.HasValue).ToList();
        if (values.Count == 0 || session.MemberOf(body) is not { } member || !_handed.MayBe(values, member) || session.FlowOf(body, new BodyDemand(values.SelectMany(static value => BodyDemand.For(value.Syntax).Places).ToList())) is not { } flow)
            return;
        foreach (var value in values)
            Note(flow.Around(value.Syntax).ValueOf(value.Syntax));
    }

    /// <summary>What stands for something passed, unchanged, makes that a sink.</summary>
    private void Note(AbstractValue value)
    {
        foreach (var taint in value.Taints)
        {
            if (taint is not { IsWhole: true, Origin: SymbolicOrigin origin } || !_seen.Add(origin))
                continue;
            if (origin is { Path: null, Root: IParameterSymbol parameter })
                Add(parameter);
            else if (origin.IsInstance && OwnField(origin) is IParameterSymbol primary)
                Add(primary);
            else if (origin.IsInstance && OwnField(origin) is { } field)
                NoteWrites(field);
        }
    }

    private void NoteWrites(ISymbol field)
    {
        foreach (var (value, _) in _writers.WritesTo(field).ToList())
            Note(value);
    }

    /// <summary>The private field or read-only property that the object itself keeps its text in.</summary>
    private static ISymbol? OwnField(SymbolicOrigin origin) =>
        origin.Path is { Parent: null, Slot: var slot } && InstanceMembers.Named(origin.Root.ContainingType, slot) is { } member && InstanceMembers.IsOwn(member) ? member : null;

    private void Add(IParameterSymbol parameter)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.Constructor } method ||
            _entryPoints.SourceOf(parameter) is not null || !_found.Add(parameter.OriginalDefinition))
        {
            return;
        }

        _pending.Enqueue(parameter);
        // Who calls the interface hands it over as well.
        foreach (var declared in CallTargets.DeclarationsOf(method))
        {
            if (parameter.Ordinal < declared.Parameters.Length && !declared.DeclaringSyntaxReferences.IsEmpty)
                _found.Add(declared.Parameters[parameter.Ordinal]);
        }
    }
}
