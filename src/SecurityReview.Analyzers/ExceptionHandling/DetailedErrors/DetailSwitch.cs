using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.ExceptionHandling.DetailedErrors;

/// <summary>Something that is switched on.</summary>
/// <param name="Operation">The call, assignment or literal.</param>
/// <param name="Place">Where it is reported.</param>
/// <param name="Name">Its name, for the message.</param>
/// <param name="Harm">What comes of it, for the message.</param>
internal sealed record DetailSwitch(IOperation Operation, Location Place, string Name, string Harm);
