using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SecurityReview.Analyzers.Todo;

/// <summary>Work that a comment leaves open and nobody owns is forgotten, however much depends on it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UntrackedTodoAnalyzer() : TodoAnalyzer(TodoRule.Untracked, Descriptors.UntrackedTodo);
