using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Names;
using SecurityReview.Analyzers.Vocabulary;

namespace SecurityReview.Analyzers.ExceptionHandling.FailOpen;

/// <summary>Whether a request goes on to the protected code because the check of it threw: in authorization handlers, filters and middleware.</summary>
internal static class OpenPipeline
{
    private static readonly HashSet<string> s_steps = new(StringComparer.Ordinal)
    {
        "ActionExecutionDelegate", "ResourceExecutionDelegate", "PageHandlerExecutionDelegate", "EndpointFilterDelegate", "RequestDelegate",
    };

    private static readonly HashSet<string> s_filterContexts = new(StringComparer.Ordinal)
    {
        "ActionExecutingContext", "ResourceExecutingContext", "PageHandlerExecutingContext", "HttpActionContext",
    };

    /// <summary>Whether a function with such a parameter may be part of a pipeline.</summary>
    public static bool MayBelong(IParameterSymbol parameter) =>
        parameter.Name == "next" || IsStep(parameter.Type) || s_filterContexts.Contains(parameter.Type.Name) ||
        parameter.Type.Name is "AuthorizationHandlerContext" or "AuthorizationFilterContext" or "AuthorizationContext";

    /// <summary>Whether what is called by way of a type is the next step of a pipeline.</summary>
    public static bool IsStep(ITypeSymbol type) => s_steps.Contains(type.Name);

    /// <summary>Whether code names the type of a step: a local may hold one.</summary>
    public static bool IsNamedIn(SyntaxNode code, CancellationToken cancellation) =>
        TreeNames.Of(code.SyntaxTree, cancellation) is var names && s_steps.Any(step => names.TokensIn(code, step).Any());

    public static OpenOutcome? Of(ICatchClauseOperation clause, ITryOperation @try, IMethodSymbol function, KnownTypes types)
    {
        var handler = new HandlerBlock(clause.Handler);
        if (ParameterOf(function, static type => type.Name == "AuthorizationHandlerContext") is not null)
            return OfHandler(clause, @try, handler);
        var authorizes = ParameterOf(function, static type => type.Name is "AuthorizationFilterContext" || (type.Name == "AuthorizationContext" && type.ContainingNamespace.IsNamed("System", "Web", "Mvc")));
        var context = authorizes ?? ParameterOf(function, static type => s_filterContexts.Contains(type.Name));
        // Most catches stand in no pipeline; only in one is the code around them read.
        var step = Step(clause, @try, handler);
        if (context is null && step is null)
            return null;
        var isGuard = authorizes is not null || (function.ContainingType is { } holder && SecurityWords.SpeakStrongly(holder.Name)) || CheckingCode.Refuses(@try.Body);
        if (!isGuard || !CheckingCode.Is(@try.Body))
            return null;
        if (step is not null && !FunctionBody.Operations(@try.Body).Any(IsStep))
            return step;
        if (authorizes is null && function.Parameters.Any(static parameter => IsStep(parameter.Type)))
            return null;
        return context is not null && StaysUnset(clause, @try, handler, context) ? new OpenOutcome(OpenOutcomeKind.Unset, clause, context) : null;
    }

    /// <summary><c>context.Succeed(requirement)</c> in the catch, or as the next thing after it.</summary>
    private static OpenOutcome? OfHandler(ICatchClauseOperation clause, ITryOperation @try, HandlerBlock handler)
    {
        var succeeds = handler.Operations.FirstOrDefault(operation => IsSuccess(operation) && handler.IsUnconditional(operation));
        if (succeeds is not null)
            return new OpenOutcome(OpenOutcomeKind.Succeeds, succeeds);
        var follows = handler.EndsNormally && CheckingCode.Is(@try.Body) &&
            AfterTry.Statements(@try).TakeWhile(static statement => statement is IExpressionStatementOperation or IVariableDeclarationGroupOperation)
                .Any(static statement => statement is IExpressionStatementOperation { Operation: var operation } && IsSuccess(operation));
        return follows ? new OpenOutcome(OpenOutcomeKind.FallsThrough, clause) : null;
    }

    private static bool IsSuccess(IOperation operation) =>
        operation is IInvocationOperation { TargetMethod: { Name: "Succeed", ContainingType.Name: "AuthorizationHandlerContext" } };

    /// <summary>The next step of the pipeline is called in the catch or straight after it.</summary>
    private static OpenOutcome? Step(ICatchClauseOperation clause, ITryOperation @try, HandlerBlock handler)
    {
        if (handler.Operations.FirstOrDefault(operation => IsStep(operation) && handler.IsUnconditional(operation)) is { } called)
            return new OpenOutcome(OpenOutcomeKind.GoesOn, called);
        var follows = handler.EndsNormally && !Answers(handler) &&
            AfterTry.Statements(@try).TakeWhile(static statement => statement is IExpressionStatementOperation or IVariableDeclarationGroupOperation or IReturnOperation)
                .Any(static statement => statement.DescendantsAndSelf().Any(IsStep));
        return follows ? new OpenOutcome(OpenOutcomeKind.GoesOn, clause) : null;
    }

    private static bool IsStep(IOperation operation) =>
        operation is IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: { Type: { } type } instance } &&
        (IsStep(type) || instance.Unwrap() is IParameterReferenceOperation { Parameter.Name: "next" });

    /// <summary>Whether a handler keeps what failed, so that the code after the try may look at it.</summary>
    private static bool Answers(HandlerBlock handler) => handler.Operations.Any(static operation => operation is IAssignmentOperation);

    private static bool StaysUnset(ICatchClauseOperation clause, ITryOperation @try, HandlerBlock handler, IParameterSymbol context)
    {
        if (handler.Throws || handler.Operations.Any(operation => IsOf(operation, context) && !IsLogged(operation, clause)))
            return false;
        if (handler.Operations.Any(static operation => operation is IAssignmentOperation))
            return false;
        var others = FunctionBody.Operations(FunctionBody.Of(clause)).OfType<ISimpleAssignmentOperation>()
            .Where(write => write.Target is IPropertyReferenceOperation { Property.Name: "Result" or "Response", Instance: { } instance } && IsOf(instance.Unwrap(), context));
        return !others.Any(write => !@try.Syntax.Span.Contains(write.Syntax.Span) && !IsConditional(write, clause));
    }

    /// <summary>Whether a write before or after the try is made only under a condition: then it says nothing of this failure. Code that is not sure stays silent.</summary>
    private static bool IsConditional(IOperation write, ICatchClauseOperation clause)
    {
        for (var current = write.Parent; current is not null && !current.Syntax.Span.Contains(clause.Syntax.Span); current = current.Parent)
        {
            if (current is IConditionalOperation && write.Syntax.SpanStart < clause.Syntax.SpanStart)
                return true;
        }

        return false;
    }

    private static bool IsLogged(IOperation operation, ICatchClauseOperation clause)
    {
        for (var current = operation.Parent; current is not null && !ReferenceEquals(current, clause); current = current.Parent)
        {
            if (current is IInvocationOperation { TargetMethod.Name: var name } && (name.StartsWith("Log", StringComparison.Ordinal) || name is "Error" or "Warning" or "Warn" or "WriteLine"))
                return true;
        }

        return false;
    }

    private static bool IsOf(IOperation operation, IParameterSymbol context) =>
        operation is IParameterReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Parameter, context);

    private static IParameterSymbol? ParameterOf(IMethodSymbol function, Func<ITypeSymbol, bool> isContext) =>
        function.Parameters.FirstOrDefault(parameter => isContext(parameter.Type));
}
