using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Calls;
using SecurityReview.Analyzers.Taint.Names;
using SecurityReview.Analyzers.Taint.Relevance;
using SecurityReview.Analyzers.Taint.Solver;

namespace SecurityReview.Analyzers.Taint.Query;

/// <summary>Finds the calls of a function: by its name, then by solving the bodies in which the name stands, so that delegates are seen too.</summary>
internal sealed class CallerSearch(QuerySession session)
{
    /// <summary>How many bodies one search looks into; the first ones in the order of the files.</summary>
    private const int MaxBodies = 200;

    private readonly NamedReceivers _receivers = NamedReceivers.Of(session.Types);

    /// <summary>The calls that may run a function, in the order of files and places.</summary>
    public IEnumerable<Application> CallsOf(IMethodSymbol function)
    {
        if (session.KnownCalls.TryGetValue(function, out var known))
        {
            session.Note(known.Spent);
            foreach (var call in known.Calls)
                yield return call;
            yield break;
        }

        var found = ImmutableArray.CreateBuilder<Application>();
        SpentBudget? spent = null;
        foreach (var call in FindCalls(function, hear: part => spent = SpentBudget.First(spent, part)))
        {
            found.Add(call);
            yield return call;
        }

        // Who stops at the first call pays for that one only; what was looked through to the end is kept.
        session.KnownCalls.TryAdd(function, new KnownCalls(found.ToImmutable(), spent));
    }

    /// <summary>Those of the calls that may hand on what they were given themselves.</summary>
    public IEnumerable<Application> CallsHandingOn(IMethodSymbol function) => FindCalls(function, call => call switch
    {
        InvocationExpressionSyntax invocation => invocation.ArgumentList.Arguments.Any(static argument => HandedForms.MayBeWhole(argument.Expression)) || (function.IsExtensionMethod && invocation.Expression is MemberAccessExpressionSyntax member && HandedForms.MayBeWhole(member.Expression)),
        BaseObjectCreationExpressionSyntax creation => creation.ArgumentList is { } arguments && arguments.Arguments.Any(static argument => HandedForms.MayBeWhole(argument.Expression)),
        _ => true,
    });

    /// <param name="isAsked">Whether a call is of interest; null for all.</param>
    /// <param name="hear">Hears what is not looked at, or not completely.</param>
    private IEnumerable<Application> FindCalls(IMethodSymbol function, Func<SyntaxNode, bool>? isAsked = null, Action<SpentBudget?>? hear = null)
    {
        var declarations = CallTargets.DeclarationsOf(function).ToImmutableArray();
        var holders = new List<ISymbol>();
        foreach (var flow in FlowsOf(TokensNaming(function, declarations, isAsked), function, hear))
        {
            foreach (var call in flow.Calls.Made)
            {
                if (call.Target is IMethodSymbol target && Runs(call, target, function, declarations))
                    yield return call;
            }

            holders.AddRange(flow.Calls.Stored.Where(stored => SymbolEqualityComparer.Default.Equals(stored.Function.OriginalDefinition, function)).Select(static stored => stored.Member));
        }

        foreach (var call in holders.Distinct(SymbolEqualityComparer.Default).SelectMany(holder => CallsThrough(holder!, function, hear)))
            yield return call;
    }

    /// <summary>The calls of a function through a member that holds it: of whatever delegate is there, or of the function where that is known.</summary>
    public IEnumerable<Application> CallsThrough(ISymbol member, IMethodSymbol function, Action<SpentBudget?>? hear = null) =>
        FlowsOf(session.Names.IdentifiersOf(member.Name, session.Cancellation), function, hear, BodyDemand.Everything)
            .SelectMany(static flow => flow.Calls.Made)
            .Where(call => !call.IsDirect && (SymbolEqualityComparer.Default.Equals(call.Target.OriginalDefinition, member.OriginalDefinition) || SymbolEqualityComparer.Default.Equals(call.Target, function)));

    /// <summary>The flows of the bodies that names stand in, each as far as it matters for the calls there or for what is asked of all.</summary>
    private IEnumerable<BodyFlow> FlowsOf(IEnumerable<SyntaxToken> names, IMethodSymbol function, Action<SpentBudget?>? hear, BodyDemand? demand = null)
    {
        var bodies = Bodies(names, out var isCut);
        if (isCut)
        {
            var spent = new SpentBudget(function, BudgetLimit.Callers);
            session.Note(spent);
            hear?.Invoke(spent);
        }

        foreach (var named in bodies)
        {
            if (session.FlowOf(named.Body, demand ?? named.Demand) is not { } flow)
                continue;
            hear?.Invoke(flow.Spent);
            foreach (var part in flow.SelfAndNested)
                yield return part;
        }
    }

    private static bool Runs(Application call, IMethodSymbol target, IMethodSymbol function, ImmutableArray<IMethodSymbol> declarations)
    {
        var definition = target.OriginalDefinition;
        if (!declarations.Any(declared => SymbolEqualityComparer.Default.Equals(declared, definition)))
            return false;
        // A call of the interface on an object that is known to be of another class.
        return SymbolEqualityComparer.Default.Equals(definition, function) || SymbolEqualityComparer.Default.Equals(definition, function.PartialDefinitionPart) ||
            !(IsBaseCall(call.Site) || CallTargets.RunsElsewhere(call.Receiver, target, function));
    }

    /// <summary>A call of the base runs that very method.</summary>
    private static bool IsBaseCall(SyntaxNode site) => site is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: BaseExpressionSyntax } };

    private IEnumerable<SyntaxToken> TokensNaming(IMethodSymbol function, ImmutableArray<IMethodSymbol> declarations, Func<SyntaxNode, bool>? isAsked)
    {
        var holders = declarations.Select(static declared => declared.ContainingType).ToImmutableArray();
        var objects = declarations.Any(static declared => declared.IsStatic) ? ImmutableArray<INamedTypeSymbol>.Empty : holders;
        var tokens = function.MethodKind == MethodKind.Constructor
            ? Creations(function)
            : declarations.Select(static declared => declared.AssociatedSymbol?.Name ?? declared.Name).Distinct(StringComparer.Ordinal)
                .SelectMany(name => session.Names.IdentifiersOf(declarations.Length == 1 ? function : null, name.Substring(name.LastIndexOf('.') + 1), session.Cancellation))
                .Where(token => MayCall(token, function) && _receivers.MayHave((SimpleNameSyntax)token.Parent!, holders, objects, session.Cancellation) && (CallAt(token) is { } call ? isAsked is null || isAsked(call) : Names(token, declarations)));
        return RequestHandlerCalls(function).Concat(tokens);
    }

    /// <summary>Whether a name that is not simply called, such as a method group, is that of a member: asked of the compiler, since the alternative is to solve the whole body.</summary>
    private bool Names(SyntaxToken token, ImmutableArray<IMethodSymbol> declarations)
    {
        var symbols = ForeignModels.Of(session.Types.Compilation, token.SyntaxTree!).GetSymbolInfo(token.Parent!, session.Cancellation);
        var named = symbols.Symbol is { } single ? ImmutableArray.Create(single) : symbols.CandidateSymbols;
        return named.IsEmpty || named.Any(symbol => declarations.Any(declared =>
            SymbolEqualityComparer.Default.Equals(symbol.OriginalDefinition, declared) || SymbolEqualityComparer.Default.Equals(symbol.OriginalDefinition, declared.AssociatedSymbol) ||
            (symbol as IMethodSymbol)?.ReducedFrom is { } unreduced && SymbolEqualityComparer.Default.Equals(unreduced.OriginalDefinition, declared)));
    }

    /// <summary>The bodies that names stand in, each asked for what the calls there are given; for everything where a name is not simply called.</summary>
    private static IEnumerable<(SyntaxNode Body, BodyDemand Demand)> Bodies(IEnumerable<SyntaxToken> tokens, out bool isCut)
    {
        isCut = false;
        var bodies = new List<SyntaxNode>();
        var calls = new Dictionary<SyntaxNode, List<SyntaxNode?>>();
        foreach (var token in tokens)
        {
            if (token.Parent is null || BodyDeclarations.Around(token.Parent) is not { } body)
                continue;
            if (!calls.TryGetValue(body, out var places))
            {
                isCut = bodies.Count == MaxBodies;
                if (isCut)
                    break;
                bodies.Add(body);
                calls[body] = places = new List<SyntaxNode?>();
            }

            places.Add(CallAt(token));
        }

        return bodies.Select(body => (body, calls[body].Contains(null) ? BodyDemand.Everything : new BodyDemand(calls[body].OfType<SyntaxNode>().Distinct().ToList())));
    }

    /// <summary>The call or creation that a token names; null where it stands in something else.</summary>
    private static SyntaxNode? CallAt(SyntaxToken token)
    {
        if (token.Parent is ImplicitObjectCreationExpressionSyntax implied)
            return implied;
        var named = token.Parent is SimpleNameSyntax name ? SinkSyntax.WholeOf(name) : null;
        return named?.Parent switch
        {
            InvocationExpressionSyntax invocation when invocation.Expression == named => invocation,
            ObjectCreationExpressionSyntax creation when creation.Type == named => creation,
            _ => null,
        };
    }

    /// <summary>Where a request that the function handles is made: a mediator leads it there without naming the handler.</summary>
    private IEnumerable<SyntaxToken> RequestHandlerCalls(IMethodSymbol function) =>
        RequestHandlers.IsHandler(function) ? session.Names.IdentifiersOf(function.Parameters[0].Type.Name, session.Cancellation) : [];

    private IEnumerable<SyntaxToken> Creations(IMethodSymbol constructor)
    {
        var named = session.Names.IdentifiersOf(constructor.ContainingType.Name, session.Cancellation)
            .Where(static token => token.Parent is SimpleNameSyntax name && name.AncestorsAndSelf().TakeWhile(static node => node is NameSyntax or ObjectCreationExpressionSyntax or PrimaryConstructorBaseTypeSyntax)
                .Any(static node => node is ObjectCreationExpressionSyntax or PrimaryConstructorBaseTypeSyntax));
        var implied = session.Names.TokensOf("new", session.Cancellation, WordUse.Called).Where(static token => token.Parent is ImplicitObjectCreationExpressionSyntax);
        var chained = session.Names.TokensOf("base", session.Cancellation, WordUse.Called).Concat(session.Names.TokensOf("this", session.Cancellation, WordUse.Called))
            .Where(static token => token.Parent is ConstructorInitializerSyntax);
        return named.Concat(implied.Where(token => HasArguments(token, constructor))).Concat(chained.Where(token => HasArguments(token, constructor)));
    }

    private static bool HasArguments(SyntaxToken token, IMethodSymbol function) => token.Parent switch
    {
        ImplicitObjectCreationExpressionSyntax creation => FitsCount(creation.ArgumentList, function),
        ConstructorInitializerSyntax initializer => FitsCount(initializer.ArgumentList, function),
        _ => false,
    };

    /// <summary>Whether a name can be a call of the function or hand it on: what is filtered before anything is bound.</summary>
    private static bool MayCall(SyntaxToken token, IMethodSymbol function)
    {
        if (token.Parent is not SimpleNameSyntax name || SyntaxFacts.IsInTypeOnlyContext(name))
            return false;
        SyntaxNode called = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access
            : name.Parent is MemberBindingExpressionSyntax binding ? binding : name;
        if (function.AssociatedSymbol is not null)
            return true;
        if (called.Parent is not InvocationExpressionSyntax invocation || invocation.Expression != called)
            return MayBeMethodGroup(called);
        return FitsCount(invocation.ArgumentList, function) && invocation.ArgumentList.Arguments.Any(static argument => argument.Expression is not LiteralExpressionSyntax) | function.Parameters.IsEmpty | called is not SimpleNameSyntax;
    }

    /// <summary>Whether a method that is not called can stand there: it has no members, and nothing is assigned to it.</summary>
    private static bool MayBeMethodGroup(SyntaxNode named) => named.Parent switch
    {
        NameColonSyntax or InterpolationSyntax => false,
        MemberAccessExpressionSyntax access => access.Expression != named,
        ConditionalAccessExpressionSyntax access => access.Expression != named,
        ElementAccessExpressionSyntax access => access.Expression != named,
        AssignmentExpressionSyntax assignment => assignment.Left != named,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce => coalesce.Left != named,
        _ => true,
    };

    private static bool FitsCount(ArgumentListSyntax arguments, IMethodSymbol function)
    {
        var count = arguments.Arguments.Count;
        var least = function.Parameters.Count(static parameter => !parameter.IsOptional && !parameter.IsParams);
        // An extension method may be called with its receiver in front.
        return count >= least - (function.IsExtensionMethod ? 1 : 0) && (count <= function.Parameters.Length || function.Parameters.LastOrDefault()?.IsParams == true);
    }
}
