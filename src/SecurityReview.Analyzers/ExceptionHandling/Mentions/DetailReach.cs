using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.ExceptionHandling.Mentions;

/// <summary>
/// Finds the bodies of a compilation that may come by the detail of an exception: those that make something of one, and those that, by names
/// alone, call them, read what they fill, or keep what they hand over.
/// </summary>
internal sealed class DetailReach
{
    /// <summary>How many bodies and names are followed before whatever mentions an exception may have its detail.</summary>
    private const int MaxBodies = 2_000;
    private const int MaxNames = 300;

    private readonly BodyNames _names;
    private readonly Dictionary<SyntaxNode, bool> _reached = new();
    private readonly HashSet<(string Name, bool Throws)> _seen = new();
    private readonly Queue<(string Name, bool Throws, SyntaxNode From)> _pending = new();

    private readonly ExceptionUse _asked;

    private DetailReach(BodyNames names, ExceptionUse asked) => (_names, _asked) = (names, asked);

    /// <summary>The bodies; null where there are too many to tell.</summary>
    /// <param name="asked">Which uses of exceptions count.</param>
    public static ISet<SyntaxNode>? In(Compilation compilation, ExceptionUse asked, CancellationToken cancellation)
    {
        var reach = new DetailReach(new BodyNames(compilation, cancellation), asked);
        foreach (var tree in compilation.SyntaxTrees)
        {
            foreach (var body in SpreadingBodies.Of(tree, cancellation).Where(body => (ExceptionMentions.UseIn(body) & asked) != 0))
                reach.Start(body);
        }

        return reach.Follow() ? new HashSet<SyntaxNode>(reach._reached.Keys) : null;
    }

    private void Start(SyntaxNode body)
    {
        Enter(body, (ExceptionMentions.UseIn(body) & _asked & (ExceptionUse.Throws | ExceptionUse.ThrowsMessage)) != 0);
        // Who is handed the detail may keep it.
        foreach (var called in ExceptionMentions.UsesIn(body).Where(found => (found.Use & _asked) != 0).SelectMany(static found => BodyWays.CallsAround(found.Expression)).Distinct())
        {
            foreach (var method in _names.MethodsNamed(called))
                Enter(method, throws: false);
        }
    }

    private bool Follow()
    {
        while (_pending.Count > 0)
        {
            if (_reached.Count > MaxBodies || _seen.Count > MaxNames)
                return false;
            var (name, throws, from) = _pending.Dequeue();
            foreach (var body in _names.BodiesNaming(name, from))
                Enter(body, throws);
        }

        return true;
    }

    private void Enter(SyntaxNode body, bool throws)
    {
        if (_reached.TryGetValue(body, out var known) && (known || !throws))
            return;
        _reached[body] = throws;
        foreach (var name in BodyWays.OutOf(body, throws))
        {
            if (name.Length > 0 && _seen.Add((BodyNames.IsOfFile(name) ? body.SyntaxTree.FilePath + name : name, throws)))
                _pending.Enqueue((name, throws, body));
        }
    }
}
