using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Sql.Placeholders;

namespace SecurityReview.Analyzers.DataAccess.Placeholders;

/// <summary>A placeholder of a bound parameter that stands where no parameter can.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Name">What the message calls it: the placeholder, or the expression in the hole.</param>
/// <param name="Values">What is passed for it; several where that cannot be told apart.</param>
internal sealed record MisplacedPlaceholder(SqlMisplacement Place, string Name, ImmutableArray<BoundParameter> Values)
{
    /// <summary>For a hole, the interpolation.</summary>
    public InterpolationSyntax? Interpolation { get; init; }
}
