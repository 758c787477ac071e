using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Todo;

/// <summary>A TODO comment and what is to be said about it.</summary>
/// <param name="Comment">The comment.</param>
/// <param name="Rule">The rule that speaks about it.</param>
/// <param name="Missing">What it must say so that the rule is silent; empty for rules that words do not satisfy.</param>
/// <param name="Reason">The words that make it a matter of security, or why it has expired; for the others what it lacks.</param>
internal sealed record JudgedTodo(TodoComment Comment, TodoRule Rule, ImmutableArray<TodoDetail> Missing, string Reason);
