using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.Endpoints.Authorization;

/// <summary>The builders that a parameter is given.</summary>
/// <param name="Values">What each caller passes; empty where no caller is here.</param>
/// <param name="StartsHere">Whether the framework itself passes the application: the lambda of <c>UseEndpoints</c>.</param>
internal readonly record struct GivenBuilders(ImmutableArray<IOperation> Values, bool StartsHere)
{
    public static GivenBuilders None { get; } = new(ImmutableArray<IOperation>.Empty, StartsHere: false);

    public static GivenBuilders Application { get; } = new(ImmutableArray<IOperation>.Empty, StartsHere: true);
}
