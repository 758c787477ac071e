// A static factory fills the model of an error answer from the exception.
public sealed class ErrorModel
{
    public string Title { get; init; } = "";

    public string? Detail { get; init; }

    public string? Trace { get; private set; }

    public static ErrorModel From(Exception exception, string title)
    {
        var model = new ErrorModel { Title = title, Detail = exception.HelpLink };
        model.Trace = exception.StackTrace;
        return model;
    }
}

public class OrdersController(IServiceProvider services) : ControllerBase
{
    [HttpPost("orders")]
    public IActionResult Place()
    {
        try
        {
            return Ok(services.GetService(typeof(OrdersController)) is null);
        }
        catch (InvalidOperationException failure)
        {
            return UnprocessableEntity(ErrorModel.From(failure, "The order was refused.")); // reported
        }
    }
}
//// good twin
// The factory takes the number of the error from the exception.
public sealed class ErrorModel
{
    public string Title { get; init; } = "";

    public string? Detail { get; init; }

    public string? Trace { get; private set; }

    public static ErrorModel From(Exception exception, string title)
    {
        var model = new ErrorModel { Title = title, Detail = "The order was refused." };
        model.Trace = exception.HResult.ToString();
        return model;
    }
}

public class OrdersController(IServiceProvider services) : ControllerBase
{
    [HttpPost("orders")]
    public IActionResult Place()
    {
        try
        {
            return Ok(services.GetService(typeof(OrdersController)) is null);
        }
        catch (InvalidOperationException failure)
        {
            return UnprocessableEntity(ErrorModel.From(failure, "The order was refused."));
        }
    }
}
