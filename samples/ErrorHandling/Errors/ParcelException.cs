namespace ErrorHandling.Errors;

/// <summary>What goes wrong by the rules of the business. The messages are written for clients.</summary>
public abstract class ParcelException(string message, int status) : Exception(message)
{
    /// <summary>The status to answer with.</summary>
    public int Status { get; } = status;
}

public sealed class ParcelNotFoundException(int id) : ParcelException($"There is no parcel {id}.", StatusCodes.Status404NotFound);

public sealed class ParcelSealedException(int id) : ParcelException($"Parcel {id} is sealed and cannot be changed.", StatusCodes.Status409Conflict);
