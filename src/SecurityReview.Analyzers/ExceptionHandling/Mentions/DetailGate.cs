using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.Taint.Calls;

namespace SecurityReview.Analyzers.ExceptionHandling.Mentions;

/// <summary>
/// Whether the detail of an exception can be in a body at all. Most of what is sent has nothing to do with an exception; no flow is solved
/// for it. Everything in it is made when first asked for.
/// </summary>
internal sealed class DetailGate
{
    private const int MaxCallers = 200;

    private readonly Compilation _compilation;
    private readonly ConcurrentDictionary<SyntaxNode, bool> _had = new();
    private readonly ConcurrentDictionary<SyntaxNode, bool> _given = new();
    private readonly ExceptionUse _asked;

    /// <summary>The bodies that the detail reaches; null where there are too many.</summary>
    private readonly FoundOnce<ISet<SyntaxNode>?> _reached;

    private DetailGate(KnownTypes types, ExceptionUse asked)
    {
        (_compilation, _asked) = (types.Compilation, asked);
        _reached = new(cancellation => DetailReach.In(_compilation, asked, cancellation));
    }

    /// <summary>The gate of a compilation for what the uses concern: the detail of exceptions, or their messages.</summary>
    public static DetailGate Of(KnownTypes types, ExceptionUse asked) =>
        types.Fact(static _ => new ConcurrentDictionary<ExceptionUse, DetailGate>()).GetOrAdd(asked, uses => new DetailGate(types, uses));

    /// <summary>Whether any body of the compilation makes something of an exception.</summary>
    public bool IsOpen(CancellationToken cancellation) => _reached.Get(cancellation) is not { Count: 0 };

    /// <summary>Whether a body may hold the detail of an exception without being given it by a caller.</summary>
    public bool MayHave(SyntaxNode body, CancellationToken cancellation)
    {
        if (_had.TryGetValue(body, out var known))
            return known;
        var reached = _reached.Get(cancellation);
        return _had[body] = (ExceptionMentions.UseIn(body) & _asked) != 0 || (reached?.Contains(body) ?? ExceptionMentions.MayHaveException(body));
    }

    /// <summary>Whether a declaration may send the detail of an exception: its own, or as a helper one that it is given.</summary>
    /// <param name="sent">The words without which a helper sends nothing.</param>
    public bool MayConcern(SyntaxNode declaration, BodyWords sent, CancellationToken cancellation)
    {
        if (!IsOpen(cancellation) || BodyDeclarations.OfDeclaration(declaration) is not { } body)
            return false;
        return MayHave(body, cancellation) ||
            (body is BaseMethodDeclarationSyntax { ParameterList.Parameters.Count: > 0 } && sent.StandIn(body, cancellation) && MayBeGiven(body, cancellation));
    }

    /// <summary>Whether a caller, or one of its callers, may hand the detail of an exception to a body.</summary>
    public bool MayBeGiven(SyntaxNode body, CancellationToken cancellation) =>
        _given.TryGetValue(body, out var known) ? known : _given[body] = HasCallerWithDetail(body, cancellation);

    private bool HasCallerWithDetail(SyntaxNode body, CancellationToken cancellation)
    {
        var names = new BodyNames(_compilation, cancellation);
        var seen = new HashSet<SyntaxNode> { body };
        var pending = new Queue<SyntaxNode>(seen);
        while (pending.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var current = pending.Dequeue();
            foreach (var caller in BodyWays.Into(current).SelectMany(name => names.BodiesNaming(name, current)))
            {
                if (seen.Count > MaxCallers || MayHave(caller, cancellation))
                    return true;
                if (seen.Add(caller))
                    pending.Enqueue(caller);
            }
        }

        return false;
    }
}
