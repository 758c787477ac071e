using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SecurityReview.Analyzers.Flow;

/// <summary>A call and the member that makes it.</summary>
internal sealed record CallSite(IInvocationOperation Call, ISymbol Member);
