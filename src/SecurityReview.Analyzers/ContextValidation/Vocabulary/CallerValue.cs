using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SecurityReview.Analyzers.Flow;

namespace SecurityReview.Analyzers.ContextValidation.Vocabulary;

/// <summary>A value that says who calls.</summary>
/// <param name="Origin">The member or call that it is read from, below aliases and changes of form.</param>
/// <param name="Receiver">The context, principal or user that it is a member of; null for a plain variable.</param>
internal sealed record CallerValue(IOperation Origin, IOperation? Receiver)
{
    private readonly ReferencePath? _path = ReferencePath.Of(Origin);

    /// <summary>The path of the value; null for a call.</summary>
    public ReferencePath? Path => _path;

    /// <summary>Whether both name the same value of one function.</summary>
    public bool IsSame(CallerValue other) =>
        _path is not null ? _path.Equals(other._path) : other._path is null && SyntaxFactory.AreEquivalent(Origin.Syntax, other.Origin.Syntax);
}
