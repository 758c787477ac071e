namespace SecurityReview.CodeFixes.Repairs;

/// <summary>
/// What the repairs of one run over a document share: names that earlier repairs took and nodes that they already rewrite, so that
/// edits neither clash nor happen twice.
/// </summary>
internal sealed class RepairPass
{
    private readonly HashSet<(object Scope, string Name)> _names = new();
    private readonly HashSet<object> _claimed = new();

    /// <summary>Takes a name within a scope (a method's syntax, say); false if an earlier repair of this run has it.</summary>
    public bool TakeName(object scope, string name) => _names.Add((scope, name));

    /// <summary>Claims a node for the repair that is being planned; false if an earlier repair of this run rewrites it.</summary>
    public bool Claim(object node) => _claimed.Add(node);

    /// <summary>Whether an earlier repair of this run rewrites a node.</summary>
    public bool IsClaimed(object node) => _claimed.Contains(node);
}
