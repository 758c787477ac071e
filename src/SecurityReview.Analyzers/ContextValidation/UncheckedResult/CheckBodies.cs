using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.ExceptionHandling.Logging;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Calls;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Vocabulary;

namespace SecurityReview.Analyzers.ContextValidation.UncheckedResult;

/// <summary>The code of the project's own checks: what it says besides its result.</summary>
internal sealed class CheckBodies(KnownTypes types)
{
    private readonly CallTargets _targets = CallTargets.Of(types);

    /// <summary>Whether a check refuses by an exception alone: whatever it returns lets pass.</summary>
    public bool Throws(IInvocationOperation call, CancellationToken cancellation)
    {
        var bodies = Of(call, cancellation);
        if (bodies.Count == 0)
            return DecisionDemands(call.TargetMethod);
        var letting = new LettingValue(DecisionMethods.RefusesWhenTrue(call.TargetMethod));
        return bodies.All(body => FunctionBody.Operations(body).OfType<IReturnOperation>().All(@return => @return.ReturnedValue is not { } value || LetsOrThrows(value, letting)));
    }

    /// <summary>
    /// Whether a check does more than ask, and its name speaks of users alone: <c>CheckUserNotifications</c> answers whether there was anything to
    /// do.
    /// </summary>
    public bool Acts(IInvocationOperation call, CancellationToken cancellation)
    {
        var method = call.TargetMethod;
        if (SecurityWords.SpeakStrongly(method.Name) || method.Parameters.Any(static parameter => SecurityWords.SpeakStrongly(parameter.Name)))
            return false;
        var first = NameWords.Of(method.Name).FirstOrDefault();
        if (first is not ("Check" or "Test" or "Evaluate" or "Confirm" or "Validate" or "Verify" or "Matches" or "Needs" or "Must" or "Should" or "Requires"))
            return false;
        var bodies = Of(call, cancellation);
        return bodies.Count == 0 ? first is not ("Validate" or "Verify") : bodies.Any(static body => FunctionBody.Operations(body).Any(IsAct));
    }

    /// <summary>The members of its own object that a check writes, or adds to.</summary>
    public IEnumerable<ISymbol> MembersWritten(IInvocationOperation call, CancellationToken cancellation) =>
        Of(call, cancellation).SelectMany(static body => FunctionBody.Operations(body)).Select(static operation => operation switch
        {
            IAssignmentOperation { Target: IMemberReferenceOperation { Instance: IInstanceReferenceOperation, Member: var member } } => member,
            IInvocationOperation { Instance: IMemberReferenceOperation { Instance: IInstanceReferenceOperation, Member: var member }, TargetMethod.Name: var name } when name.StartsWith("Add", StringComparison.Ordinal) => member,
            _ => null,
        }).OfType<ISymbol>();

    private List<IOperation> Of(IInvocationOperation call, CancellationToken cancellation)
    {
        var bodies = new List<IOperation>();
        foreach (var target in _targets.Of(call.TargetMethod, AbstractValue.Clean, call.Receiver()?.Type, call.IsVirtual, cancellation))
        {
            if (BodyDeclarations.Of(target, cancellation) is { } syntax && ForeignModels.Of(types.Compilation, syntax.SyntaxTree).GetOperation(syntax, cancellation) is { } body)
                bodies.Add(body);
        }

        return bodies;
    }

    private static bool LetsOrThrows(IOperation value, LettingValue letting) => value.Unwrap() switch
    {
        IAwaitOperation awaited => LetsOrThrows(awaited.Operation, letting),
        IThrowOperation => true,
        IConditionalOperation { WhenFalse: { } otherwise } conditional => LetsOrThrows(conditional.WhenTrue, letting) && LetsOrThrows(otherwise, letting),
        ISwitchExpressionOperation @switch => @switch.Arms.All(arm => LetsOrThrows(arm.Value, letting)),
        var plain => letting.Lets(plain),
    };

    /// <summary>Without code to look at the name has to say it.</summary>
    private static bool DecisionDemands(IMethodSymbol method) =>
        NameWords.Of(method.Name).FirstOrDefault() is "Ensure" or "Require" or "Requires" or "Demand" or "Assert" or "Must";

    private static bool IsAct(IOperation operation)
    {
        if (operation is not IExpressionStatementOperation { Operation: var expression })
            return false;
        if (expression is IAwaitOperation awaited)
            expression = awaited.Operation;
        return expression switch
        {
            IInvocationOperation call => !LogCalls.Contain(call),
            IAssignmentOperation assignment => assignment.Target is not ILocalReferenceOperation,
            IIncrementOrDecrementOperation step => step.Target is not ILocalReferenceOperation,
            _ => false,
        };
    }
}
