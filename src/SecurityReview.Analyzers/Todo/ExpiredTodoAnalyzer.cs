using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SecurityReview.Analyzers.Todo;

/// <summary>A TODO whose time has come was a promise: what it leaves open stays open although everybody believes it done.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ExpiredTodoAnalyzer() : TodoAnalyzer(TodoRule.Expired, Descriptors.ExpiredTodo);
