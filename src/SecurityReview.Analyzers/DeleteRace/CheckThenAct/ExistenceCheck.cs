using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.DeleteRace.CheckThenAct;

/// <summary>A question whether something is there.</summary>
/// <param name="Operation">The call or property that asks.</param>
/// <param name="Resource">What it asks for.</param>
internal sealed record ExistenceCheck(IOperation Operation, Resource Resource);
