using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Taint.Guards;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.Modelling;
using SecurityReview.Analyzers.Taint.Summaries;

namespace SecurityReview.Analyzers.Taint.Transfer;

/// <content>What calls vouch for: by a model, or by what their code tests.</content>
internal sealed partial class TransferFunction
{
    private GuardRefinement? _guards;

    /// <summary>What branches say of the values tested.</summary>
    public GuardRefinement Guards => _guards ??= new GuardRefinement(_context.Types, CapturedBy, ValidatedBy, VouchesForElement, () => This);

    /// <summary>What a call, or the getter of a property, vouches for when it returns a truth: by a model, or by what its code tests.</summary>
    private IEnumerable<(IOperation Value, AccessPath? Member)> ValidatedBy(IOperation call, bool outcome)
    {
        if (call is IInvocationOperation invocation)
        {
            var rows = ValidatorsOf(invocation);
            foreach (var argument in invocation.Arguments)
            {
                if (outcome && argument.Parameter is { } parameter && rows.Any(row => row.Places.Any(place => place.Names(parameter))))
                    yield return (argument.Value, null);
            }
        }

        foreach (var place in VouchedFor(call, outcome))
        {
            if (PassedFor(call, place.Ordinal) is { } passed)
                yield return (passed, place.Member);
        }
    }

    private static IOperation? PassedFor(IOperation call, int ordinal) => ordinal != ValidatedParameter.Instance
        ? ArgumentsOf(call).FirstOrDefault(argument => argument.Parameter?.Ordinal == ordinal)?.Value
        : (call as IInvocationOperation)?.Instance ?? (call as IPropertyReferenceOperation)?.Instance;

    /// <summary>Takes what a call vouches for by returning at all as clean.</summary>
    private void TakeVouched(IInvocationOperation call)
    {
        // Where a validator of the models gives a truth, that truth is what says so.
        var rows = call.TargetMethod.ReturnType.SpecialType == SpecialType.System_Boolean ? [] : ValidatorsOf(call);
        if (call.Arguments.IsEmpty)
            return;
        var vouched = VouchedFor(call, null).Select(static place => place.Ordinal).ToList();
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is { } parameter && _barrier.CanCarryText(parameter.Type) &&
                (vouched.Contains(parameter.Ordinal) || rows.Any(row => row.Places.Any(place => place.Names(parameter)))))
            {
                State = Guards.Clean(State, argument.Value);
            }
        }
    }

    private List<ModelRow> ValidatorsOf(IInvocationOperation call) => RowsOf(call.TargetMethod).Where(static row => row.Role == ModelRole.Validator).ToList();

    /// <summary>What all that a call may run vouches for.</summary>
    private IEnumerable<ValidatedParameter> VouchedFor(IOperation call, bool? when)
    {
        var (method, instance, isVirtual) = call switch
        {
            IInvocationOperation invocation => (invocation.TargetMethod, invocation.Instance, invocation.IsVirtual),
            IPropertyReferenceOperation property => (property.Property.GetMethod, property.Instance, IsDispatched(property.Instance)),
            _ => default,
        };
        IEnumerable<ValidatedParameter>? common = null;
        foreach (var target in method is null ? Enumerable.Empty<IMethodSymbol>() : _context.Targets.Of(method, AbstractValue.Clean, instance?.Type, isVirtual, _context.Cancellation))
        {
            var vouched = _context.Summaries.Of(target, null)?.Validated.Where(validated => validated.When == when) ?? Enumerable.Empty<ValidatedParameter>();
            common = common?.Intersect(vouched).ToList() ?? vouched.ToList();
        }

        return common ?? [];
    }
}
