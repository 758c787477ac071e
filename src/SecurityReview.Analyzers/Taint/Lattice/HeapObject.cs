using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.Taint.Lattice;

/// <summary>An object as the analysis tells objects apart, so that two names for one object see each other's writes.</summary>
internal abstract record HeapObject
{
    /// <summary>Created here or in a function called from here, or returned by a call that is not looked into.</summary>
    /// <param name="Site">The expression that makes it.</param>
    /// <param name="Type">Its exact type where it was created here; null where it is not known.</param>
    /// <param name="Calls">The calls that lead to the site, so that two calls of one factory make two objects.</param>
    /// <param name="Part">What of the object made there this is: its elements, a collection that it has from the start; empty for the object itself.</param>
    /// <param name="CopyOf">What it was copied from, where that was there before the body began: what nobody stored in it since is as in the original.</param>
    internal sealed record Allocation(SyntaxNode Site, ITypeSymbol? Type = null, CallChain? Calls = null, string Part = "", Passed? CopyOf = null) : HeapObject
    {
        /// <summary>The object that came into a slot of this one with it.</summary>
        public Allocation PartIn(string slot) => new(Site, null, Calls, Part + "." + slot);

        public bool Equals(Allocation? other) => other is not null && ReferenceEquals(Site, other.Site) && Equals(Calls, other.Calls) && Part == other.Part && Equals(CopyOf, other.CopyOf);

        public override int GetHashCode() => unchecked((Site.GetHashCode() * 397) ^ (Calls?.GetHashCode() ?? 0));
    }

    /// <summary>What was there before the body began: passed for a parameter, the instance it runs on, captured, static, or reachable from those.</summary>
    /// <param name="Exact">Its exact type where a caller knows it.</param>
    internal sealed record Passed(SymbolicOrigin Origin, ITypeSymbol? Exact = null) : HeapObject
    {
        /// <summary>The object in a member of this one; null past the depth.</summary>
        public Passed? Member(string slot) =>
            (Origin.Path?.Depth ?? 0) >= AccessPath.MaxDepth ? null : new Passed(Origin with { Path = new AccessPath(Origin.Path, slot) });

        public bool Equals(Passed? other) => other is not null && Origin.Equals(other.Origin);

        public override int GetHashCode() => Origin.GetHashCode();
    }

    /// <summary>A delegate: a lambda, local function or method, with what it is bound to.</summary>
    /// <param name="Receiver">The object that it runs on; null for a static function or where it is not one object.</param>
    /// <param name="Variables">Where the variables are that it shares with the function around it, once that function has returned.</param>
    internal sealed record Function(IMethodSymbol Method, HeapObject? Receiver, Closure? Variables = null) : HeapObject
    {
        public bool Equals(Function? other) =>
            other is not null && SymbolEqualityComparer.Default.Equals(Method, other.Method) && Equals(Receiver, other.Receiver) && Equals(Variables, other.Variables);

        public override int GetHashCode() => unchecked((SymbolEqualityComparer.Default.GetHashCode(Method) * 397) ^ (Receiver?.GetHashCode() ?? 0));
    }

    /// <summary>A type, or a member of one, as reflection shows it.</summary>
    internal sealed record Mirror(ISymbol Symbol) : HeapObject
    {
        public bool Equals(Mirror? other) => other is not null && SymbolEqualityComparer.Default.Equals(Symbol, other.Symbol);

        public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Symbol);
    }

    /// <summary>A place that code has returned a reference to: a variable, or a slot of an object.</summary>
    internal sealed record Place(ISymbol? Variable, HeapObject? Holder, string Slot) : HeapObject
    {
        public bool Equals(Place? other) =>
            other is not null && Slot == other.Slot && SymbolEqualityComparer.Default.Equals(Variable, other.Variable) && Equals(Holder, other.Holder);

        public override int GetHashCode() => unchecked((SymbolEqualityComparer.Default.GetHashCode(Variable) * 397) ^ (Holder?.GetHashCode() ?? 0));
    }

    /// <summary>The variables of one call of a function that its lambdas keep alive; a slot for each.</summary>
    /// <param name="Owner">The function.</param>
    /// <param name="Calls">The calls that lead to it, so that two calls make two sets of variables.</param>
    internal sealed record Closure(ISymbol Owner, CallChain? Calls) : HeapObject
    {
        public bool Equals(Closure? other) => other is not null && SymbolEqualityComparer.Default.Equals(Owner, other.Owner) && Equals(Calls, other.Calls);

        public override int GetHashCode() => unchecked((SymbolEqualityComparer.Default.GetHashCode(Owner) * 397) ^ (Calls?.GetHashCode() ?? 0));
    }
}
