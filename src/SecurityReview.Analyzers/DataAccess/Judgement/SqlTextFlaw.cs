using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.DataAccess.Judgement;

/// <summary>What is wrong with a text that is given to the database.</summary>
/// <param name="RuleId">The rule that says so: the most specific one.</param>
/// <param name="Subject">What the message is about: a source, or the expression that fills a hole.</param>
/// <param name="Path">From where it comes, in order.</param>
internal sealed record SqlTextFlaw(string RuleId, string Subject, ImmutableArray<Location> Path);
