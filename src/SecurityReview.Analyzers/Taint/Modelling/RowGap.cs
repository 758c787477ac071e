namespace SecurityReview.Analyzers.Taint.Modelling;

/// <summary>Why a well-formed row says nothing about a compilation; the nearer to a match, the greater.</summary>
internal enum RowGap
{
    /// <summary>There is no such type.</summary>
    Type,

    /// <summary>The type has no such member, or not this overload.</summary>
    Member,

    /// <summary>The member has no parameter of a name that the row uses.</summary>
    Parameter,

    /// <summary>Nothing is missing.</summary>
    None,
}
