namespace SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Sources;

/// <summary>An entry point of a program, and the text in it that a remote caller chooses.</summary>
/// <param name="Name">The name of the value.</param>
/// <param name="Entry">The type with the entry point; a line <c>{body}</c> stands for the statements.</param>
/// <param name="Input">The expression for the chosen text.</param>
/// <param name="Exit">The statement that leaves the entry point.</param>
internal sealed record Source(string Name, string Entry, string Input, string Exit = "return Ok();") : DimensionValue(Name);
