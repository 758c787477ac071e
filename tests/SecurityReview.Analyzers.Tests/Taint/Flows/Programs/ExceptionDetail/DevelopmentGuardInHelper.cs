// A helper gives the detail wherever the environment is not production-like, which a switch of its own decides.
using Microsoft.Extensions.Hosting;

public class Details(IHostEnvironment environment)
{
    private readonly bool _verbose = true;

    public string Of(Exception exception)
    {
        if (_verbose || environment.IsDevelopment())
            return exception.ToString();
        return "The request failed.";
    }
}

public class QuotesController(Details details) : ControllerBase
{
    [HttpGet("quotes")]
    public IActionResult Get()
    {
        try
        {
            return Ok(Random.Shared.Next(1, 6) / (DateTime.UtcNow.Second % 2));
        }
        catch (DivideByZeroException exception)
        {
            return StatusCode(500, details.Of(exception)); // reported
        }
    }
}
//// good twin
// A helper gives the detail in development only.
using Microsoft.Extensions.Hosting;

public class Details(IHostEnvironment environment)
{
    private readonly bool _verbose = false;

    public string Of(Exception exception)
    {
        if (_verbose || environment.IsDevelopment())
            return exception.ToString();
        return "The request failed.";
    }
}

public class QuotesController(Details details) : ControllerBase
{
    [HttpGet("quotes")]
    public IActionResult Get()
    {
        try
        {
            return Ok(Random.Shared.Next(1, 6) / (DateTime.UtcNow.Second % 2));
        }
        catch (DivideByZeroException exception)
        {
            return StatusCode(500, details.Of(exception));
        }
    }
}
