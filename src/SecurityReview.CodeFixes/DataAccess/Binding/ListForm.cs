namespace SecurityReview.CodeFixes.DataAccess.Binding;

/// <summary>How a library takes a list of values.</summary>
internal enum ListForm
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary><c>IN @ids</c>: the library writes the list, parentheses included.</summary>
    Expanded,

    /// <summary><c>= ANY(@ids)</c>: the database takes an array.</summary>
    Array,

    /// <summary><c>IN (@ids0, @ids1)</c>: a parameter per element.</summary>
    PerElement,
}
